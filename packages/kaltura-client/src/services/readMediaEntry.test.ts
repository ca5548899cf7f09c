import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryState, KalturaEntryStatus } from './KalturaMediaEntry.ts';
import { UnexpectedShape } from './read.ts';
import { readMediaEntry } from './readMediaEntry.ts';
import { isSpherical, stereoModeOf } from './spherical.ts';

const context = { serviceUrl: 'https://kaltura.example', hosts: ['cdn.example'] };
const wire = {
  id: '0_k3x9ab12',
  name: 'Atrium',
  partnerId: '102',
  userId: 'ada@uni.example',
  tags: '360, lobby',
  status: '2',
  moderationStatus: '6',
  createdAt: 1_790_000_000,
  updatedAt: '1790000300',
  duration: 62,
  msDuration: '62160',
  width: 3840,
  height: 0,
  plays: '7',
  mediaType: 1,
  thumbnailUrl: 'http://cdn.example/p/102/sp/10200/thumbnail/entry_id/0_k3x9ab12/version/100002',
  downloadUrl: 'https://elsewhere.example/p/102/raw',
  objectType: 'KalturaMediaEntry',
};

describe('an entry', () => {
  it('has numbers, a list of tags, and null for what is not known', () => {
    expect(readMediaEntry(wire, context)).toEqual({
      id: '0_k3x9ab12',
      partnerId: 102,
      name: 'Atrium',
      description: '',
      tags: ['360', 'lobby'],
      mediaType: 1,
      status: 2,
      moderationStatus: 6,
      userId: 'ada@uni.example',
      createdAt: 1_790_000_000,
      updatedAt: 1_790_000_300,
      msDuration: 62_160,
      width: 3840,
      height: null,
      plays: 7,
      thumbnailUrl: 'https://cdn.example/p/102/sp/10200/thumbnail/entry_id/0_k3x9ab12/version/100002',
      downloadUrl: null,
      conversionProfileId: null,
      partnerData: null,
    });
  });

  it('takes its length from the whole seconds when that is all there is', () => {
    expect(readMediaEntry({ ...wire, msDuration: undefined }, context)?.msDuration).toBe(62_000);
    expect(readMediaEntry({ ...wire, msDuration: 0, duration: 0 }, context)?.msDuration).toBeNull();
  });

  it('has no picture while Kaltura has none, although there is a URL for it', () => {
    const thumbnailUrl = 'https://cdn.example/p/102/sp/10200/thumbnail/entry_id/0_a/version/0';
    expect(readMediaEntry({ ...wire, thumbnailUrl }, context)?.thumbnailUrl).toBeNull();
  });

  it('is not shown when a plugin withholds it', () => {
    const infected = readMediaEntry({ ...wire, status: 'virusScan.Infected' }, context);
    expect(infected && entryState(infected)).toBe('blocked');
  });

  it('is none of ours when it is a live stream', () => {
    expect(readMediaEntry({ ...wire, mediaType: 201 }, context)).toBeNull();
  });

  it('is an entry or an UnexpectedShape, whatever is sent', () => {
    const isEither = fc.property(fc.constantFrom(...Object.keys(wire)), fc.anything(), (name, value) => {
      try {
        return (
          readMediaEntry({ ...wire, [name]: value }, context)?.tags.every((tag) => typeof tag === 'string') ?? true
        );
      } catch (error) {
        return error instanceof UnexpectedShape;
      }
    });
    expect(() => fc.assert(isEither, { numRuns: 2000 })).not.toThrow();
  });
});

it.each([
  [['360'], true],
  [['lobby', '360'], true],
  [['360 tour'], false],
  [['vr-360', '360°', '3600'], false],
  [[], false],
])('tags %j are spherical: %s', (tags, spherical) => {
  expect(isSpherical({ tags })).toBe(spherical);
});

it.each([
  [null, 'mono'],
  ['', 'mono'],
  ['{"spacesKaltura":1,"uploadId":"u","stereo":"top-bottom"}', 'top-bottom'],
  ['{"spacesKaltura":1,"stereo":"left-right"}', 'left-right'],
  ['{"spacesKaltura":1,"stereo":"sideways"}', 'mono'],
  ['{"stereo":"left-right"}', 'mono'],
  ['{"spacesKaltura":1', 'mono'],
  ['somebody else’s "spacesKaltura" text', 'mono'],
])('partnerData %j means %s', (partnerData, mode) => {
  expect(stereoModeOf({ partnerData })).toBe(mode);
});

it('has a state for every status', () => {
  for (const status of Object.values(KalturaEntryStatus)) expect(entryState({ status })).toBeTypeOf('string');
});

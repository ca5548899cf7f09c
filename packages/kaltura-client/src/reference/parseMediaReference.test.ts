import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MediaReferenceError } from '../errors.ts';
import type { MediaReference } from './MediaReference.ts';
import { parseMediaReference } from './parseMediaReference.ts';

const reference: MediaReference = {
  version: 1,
  source: 'kaltura',
  serviceUrl: 'https://www.kaltura.com',
  partnerId: 102,
  entryId: '0_k3x9ab12',
  mediaType: 'video',
  name: 'Atrium <b>\u202Eليل 🎉',
  projection: 'equirectangular',
  stereoMode: 'top-bottom',
  durationMs: 62_160,
  width: 3840,
  height: 1920,
  thumbnailUrl: 'https://cdn.example/p/102/thumbnail/entry_id/0_k3x9ab12/version/1',
};

describe('a stored reference', () => {
  it('comes back as it was stored, through JSON', () => {
    expect(parseMediaReference(JSON.parse(JSON.stringify(reference)))).toEqual(reference);
  });

  it('may lack what Kaltura did not know at import', () => {
    const early = { ...reference, durationMs: null, width: null, height: null, thumbnailUrl: null };
    expect(parseMediaReference(early)).toEqual(early);
  });

  it('keeps nothing that does not belong to it', () => {
    const crafted: unknown = JSON.parse(
      JSON.stringify({ ...reference, ks: 'djJ8', onload: 'x' }).replace('{', '{"__proto__":{"admin":true},'),
    );
    const parsed = parseMediaReference(crafted);
    expect(Object.keys(parsed).sort()).toEqual(Object.keys(reference).sort());
    expect(parsed).not.toHaveProperty('admin');
  });

  it('loses a thumbnail on a host that the page does not know', () => {
    expect(parseMediaReference(reference, { allowedHosts: ['cdn.example'] })).toEqual(reference);
    expect(parseMediaReference(reference, { allowedHosts: ['www.kaltura.com'] }).thumbnailUrl).toBeNull();
  });
});

describe('something crafted', () => {
  it.each<[keyof MediaReference, unknown]>([
    ['source', 'youtube'],
    ['serviceUrl', 'http://www.kaltura.com'],
    ['serviceUrl', 'https://user@www.kaltura.com'],
    ['serviceUrl', 'javascript:alert(1)'],
    ['serviceUrl', `https://${'a'.repeat(600)}.example`],
    ['serviceUrl', null],
    ['partnerId', '102'],
    ['partnerId', 0],
    ['partnerId', 1.5],
    ['partnerId', 1e12],
    ['entryId', ''],
    ['entryId', '0_a/ks/djJ8'],
    ['entryId', '{1:result:ks}'],
    ['entryId', '../../x'],
    ['mediaType', 'live'],
    ['name', 'x'.repeat(20_001)],
    ['name', null],
    ['projection', 'cube'],
    ['stereoMode', 'anaglyph'],
    ['durationMs', -1],
    ['durationMs', Number.POSITIVE_INFINITY],
    ['width', 0],
    ['height', 1e9],
    ['thumbnailUrl', 'http://cdn.example/x'],
    ['thumbnailUrl', 'data:image/svg+xml,<svg onload=alert(1)>'],
    ['thumbnailUrl', `https://cdn.example/${'x'.repeat(2000)}`],
  ])('is refused for its %s: %j', (member, value) => {
    const parse = (): MediaReference => parseMediaReference({ ...reference, [member]: value });
    expect(parse).toThrow(MediaReferenceError);
    expect(parse).toThrow(expect.objectContaining({ code: 'reference_invalid', path: member }));
  });

  it.each([null, undefined, 7, 'x', [], {}, () => {}])('is refused when it is no reference at all: %s', (value) => {
    expect(() => parseMediaReference(value)).toThrow(MediaReferenceError);
  });

  it('of a newer version is told apart, so that a page can ask for an update', () => {
    expect(() => parseMediaReference({ ...reference, version: 2 })).toThrow(
      expect.objectContaining({ code: 'reference_version_unknown' }),
    );
  });

  it('never makes anything but a reference or a MediaReferenceError', () => {
    const member = fc.constantFrom(...(Object.keys(reference) as (keyof MediaReference)[]));
    const isEither = fc.property(member, fc.anything({ withBigInt: true, withNullPrototype: true }), (name, value) => {
      try {
        return parseMediaReference({ ...reference, [name]: value }).version === 1;
      } catch (error) {
        return error instanceof MediaReferenceError;
      }
    });
    expect(() => fc.assert(isEither, { numRuns: 2000 })).not.toThrow();
  });
});

import { expect, test } from 'vitest';
import type { KalturaPlaybackContext } from './baseEntryRequests.ts';
import { dashOf } from './dashOf.ts';

const contextWith = (...formats: string[]): KalturaPlaybackContext => ({
  sources: formats.map((format) => ({ format, url: 'https://kaltura.example/a' })),
  captions: [],
  messages: [],
  blocked: false,
  onUnknownHostsOnly: false,
});
const flavor = (status: number, ...tags: string[]) => ({ status, tags });
const source = flavor(2, 'source');

test('a DASH source is all it takes, whatever else is still made', () => {
  expect(dashOf(contextWith('url', 'mpegdash'), [source, flavor(1, 'dash')])).toEqual({
    dash: 'ready',
    obstacle: null,
  });
});

test.each([0, 1, 5, 6, 7, 8])('while a rendition for DASH is being made (%i), nothing is decided', (status) => {
  expect(dashOf(contextWith('url'), [source, flavor(2, 'mpeg4'), flavor(status, 'web', 'dash')])).toEqual({
    dash: 'pending',
    obstacle: null,
  });
});

test.each(['dash', 'h265', 'ipadnew', 'iphonenew', 'ipad', 'iphone'])(
  'flavors with the tag %s are what DASH is made from',
  (tag) => {
    expect(dashOf(contextWith('url'), [source, flavor(1, tag)]).dash).toBe('pending');
  },
);

test.each([
  ['no_dash_flavor', [source, flavor(2, 'mobile', 'mpeg4'), flavor(1, 'thumbstrip')]],
  ['no_dash_flavor', []],
  ['dash_flavor_failed', [source, flavor(-1, 'web', 'dash'), flavor(4, 'dash')]],
  ['not_offered', [source, flavor(2, 'web', 'dash'), flavor(-1, 'dash')]],
])('tells why it will not come: %s', (obstacle, flavors) => {
  expect(dashOf(contextWith('url'), flavors)).toEqual({ dash: 'unavailable', obstacle });
});

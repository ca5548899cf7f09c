import { expect, it } from 'vitest';
import { parseDeliveryPath } from './deliveryPath.ts';

const params = (path: string): Record<string, string> => Object.fromEntries(parseDeliveryPath(path)?.params ?? []);

it('reads names and values in turns, with or without the older parts of the path', () => {
  const wanted = { entry_id: '0_abc', width: '320', type: '3' };
  for (const front of ['/p/102/sp/10200', '/p/102', '/s/p/102/sp/10200']) {
    expect(params(`${front}/thumbnail/entry_id/0_abc/width/320/type/3`)).toEqual(wanted);
  }
});

it('ignores a file name at the end, and writes short names out', () => {
  expect(params('/p/1/playManifest/entryId/0_a/format/mpegdash/a.mpd')).toEqual({ entryId: '0_a', format: 'mpegdash' });
  expect(params('/p/1/playManifest/e/0_a/fs/0_x,0_y/pt/https/a.mpd')).toEqual({
    entryId: '0_a',
    flavorIds: '0_x,0_y',
    protocol: 'https',
  });
});

it("tells the packager's own file from the media file it is about", () => {
  const path = parseDeliveryPath('/dash/p/1/sp/100/serveFlavor/entryId/0_a/flavorId/0_x/name/a.mp4/manifest.mpd');
  expect(path?.packager).toBe('dash');
  expect(path?.file).toBe('manifest.mpd');
  expect(path?.params.get('name')).toBe('a.mp4');
});

it('survives an escape that is none, and knows no other paths', () => {
  expect(params('/p/1/raw/entry_id/%E0%A4%A')).toEqual({ entry_id: '%E0%A4%A' });
  for (const path of ['/', '/api_v3/service/media', '/p/x/thumbnail/entry_id/0_a', '/p/1/thumbnail', '/p/1/kmc/a/b']) {
    expect(parseDeliveryPath(path)).toBeNull();
  }
});

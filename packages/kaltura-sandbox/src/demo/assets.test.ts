import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryBytes } from '../bytes/memoryBytes.ts';
import { probeMedia } from '../bytes/probe.ts';
import { assetFacts } from './assetFacts.ts';
import { assetUrls } from './assetUrls.ts';
import { createAssets, findAsset } from './assets.ts';
import { oddities } from './oddities.ts';
import { pictures } from './subjects/pictures.ts';
import { sounds } from './subjects/sounds.ts';
import { spheres } from './subjects/spheres.ts';
import { videos } from './subjects/videos.ts';

const folder = new URL('../../assets/media/', import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

describe("the demo's files", () => {
  it('are exactly those that are listed, in the sizes that are listed', () => {
    const names = readdirSync(folder).toSorted();
    expect(Object.keys(assetUrls)).toEqual(names);
    expect(Object.keys(assetFacts)).toEqual(names);
    for (const [name, [bytes]] of Object.entries(assetFacts)) {
      expect([name, statSync(new URL(name, folder)).size]).toEqual([name, bytes]);
    }
  });

  it('exist for everything the library speaks of', () => {
    const { content } = createAssets(createMemoryBytes());
    const named = [...videos, ...pictures, ...sounds, ...spheres].map(({ asset }) => asset);
    for (const asset of [...named, ...oddities.flatMap((oddity) => oddity.asset ?? [])]) {
      expect(content(asset).contentId).toBeDefined();
    }
    expect(() => content('nothing')).toThrow(TypeError);
  });

  it('are said to be what they are', async () => {
    const bytes = createMemoryBytes();
    const { content } = createAssets(bytes);
    for (const asset of ['heart-model', 'sunset-sea-360', 'lighthouse', 'slow-piano']) {
      const { contentId = '', width = 0, height = 0, durationMs = 0 } = content(asset);
      expect(await probeMedia(bytes, contentId)).toMatchObject({ width, height, durationMs });
    }
  });

  it('say of themselves when they are spheres: in boxes of the film, in XMP of the picture', () => {
    for (const { asset } of spheres) {
      const film = findAsset(`${asset}.mp4`);
      const head = read(film ? `${asset}.mp4` : `${asset}.jpg`)
        .subarray(0, 8192)
        .toString('latin1');
      const { width = 0, height = 0 } = film ?? findAsset(`${asset}.jpg`) ?? {};
      expect(width).toBe(height * 2);
      expect(head).toMatch(film ? /avc1[^]*st3d[^]*sv3d[^]*equi/ : /GPano:ProjectionType>equirectangular</);
    }
    expect(read('heart-model.mp4').includes('sv3d')).toBe(false);
    expect(read('lighthouse.jpg').includes('GPano')).toBe(false);
  });

  it('stay small enough for a repository', () => {
    const total = Object.values(assetFacts).reduce((sum, [bytes]) => sum + bytes, 0);
    expect(total).toBeLessThan(6_000_000);
  });
});

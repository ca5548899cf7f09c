import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryBytes } from './memoryBytes.ts';
import { type MediaFacts, probeMedia } from './probe.ts';

async function probe(content: Uint8Array): Promise<MediaFacts | null> {
  const bytes = createMemoryBytes();
  const id = await bytes.create();
  await bytes.append(id, content);
  return probeMedia(bytes, id);
}

const asset = (name: string): Uint8Array => readFileSync(new URL(`../../assets/media/${name}`, import.meta.url));

describe('probeMedia', () => {
  it('reads size, length, rate and codecs of a film', async () => {
    expect(await probe(asset('heart-model.mp4'))).toMatchObject({
      kind: 'video',
      contentType: 'video/mp4',
      width: 640,
      height: 360,
      durationMs: 8000,
      frameRate: 24,
      videoCodec: 'avc1',
      codecs: [expect.stringMatching(/^avc1\.4d/), 'mp4a.40.2'],
      hasAudio: true,
    });
  });

  it('reads a sound and a picture', async () => {
    expect(await probe(asset('marimba-jingle.mp3'))).toMatchObject({ kind: 'audio', width: 0, codecs: ['mp3'] });
    expect(await probe(asset('lighthouse.jpg'))).toMatchObject({
      kind: 'image',
      width: 600,
      height: 750,
      durationMs: 0,
    });
  });

  it('knows nothing of a text, of an empty file, or of a film that was cut short', async () => {
    expect(await probe(new TextEncoder().encode('not a film'))).toBeNull();
    expect(await probe(new Uint8Array(0))).toBeNull();
    const cut = await probe(asset('heart-model.mp4').subarray(0, 20)).catch(() => null);
    expect(cut).toBeNull();
  });
});

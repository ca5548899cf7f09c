import { assetBytes } from '#asset-bytes';
import type { BytesStore } from '../bytes/BytesStore.ts';
import type { SandboxEntryInit } from '../media/addEntry.ts';
import { assetFacts } from './assetFacts.ts';
import { assetUrls } from './assetUrls.ts';

/** Where the bytes of a file of the demo library come from. */
export type AssetLoader = (url: URL) => Promise<Uint8Array<ArrayBuffer>>;

/** What an entry has from its asset. */
export type AssetContent = Pick<
  SandboxEntryInit,
  'mediaType' | 'contentId' | 'fileExt' | 'width' | 'height' | 'durationMs' | 'pictures'
>;

/** The demo's files in a byte store: linked, so that each is loaded once and only when somebody looks at it. */
export function createAssets(
  bytes: BytesStore,
  load: AssetLoader = assetBytes,
): { content: (name: string) => AssetContent } {
  const blobs = new Map<string, string>();

  function blobOf(file: AssetFile): string {
    const known = blobs.get(file.url.href);
    if (known !== undefined) return known;
    let loaded: Promise<Uint8Array<ArrayBuffer>> | undefined;
    const blob = bytes.link({ size: file.bytes, load: () => (loaded ??= load(file.url)) });
    blobs.set(file.url.href, blob);
    return blob;
  }

  return {
    content: (name) => {
      const [image, video, sound] = ['jpg', 'mp4', 'mp3'].map((ending) => findAsset(`${name}.${ending}`));
      if (image) return { mediaType: 2, contentId: blobOf(image), fileExt: 'jpg', ...sizeOf(image) };
      if (sound) return { mediaType: 5, contentId: blobOf(sound), fileExt: 'mp3', durationMs: sound.durationMs };
      if (!video) throw new TypeError(`The demo has no asset ${name}`);
      const [poster, sprite] = [findAsset(`${name}.poster.jpg`), findAsset(`${name}.sprite.jpg`)];
      return {
        mediaType: 1,
        contentId: blobOf(video),
        fileExt: 'mp4',
        durationMs: video.durationMs,
        ...sizeOf(video),
        ...(poster && sprite
          ? { pictures: { poster: blobOf(poster), filmstrip: { blob: blobOf(sprite), frames: FILMSTRIP_FRAMES } } }
          : {}),
      };
    },
  };
}

/** A file of the demo library. Pixels are 0 for sounds, milliseconds for pictures. */
export interface AssetFile {
  url: URL;
  bytes: number;
  width: number;
  height: number;
  durationMs: number;
}

export function findAsset(file: string): AssetFile | undefined {
  const [url, facts] = [assetUrls[file], assetFacts[file]];
  if (!url || !facts) return undefined;
  const [bytes, width, height, durationMs] = facts;
  return { url, bytes, width, height, durationMs };
}

/** So many frames stand in every `*.sprite.jpg`. */
const FILMSTRIP_FRAMES = 10;

function sizeOf({ width, height }: AssetFile): { width: number; height: number } {
  return { width, height };
}

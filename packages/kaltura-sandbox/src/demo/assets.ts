import { assetBytes } from '#asset-bytes';
import type { BytesStore } from '../bytes/BytesStore.ts';
import type { SandboxEntryInit } from '../media/addEntry.ts';
import { type AssetFile, assetFiles } from './assetFiles.ts';

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
): { content(name: string): AssetContent } {
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
    content(name) {
      const [image, video, sound] = ['jpg', 'mp4', 'mp3'].map((ending) => assetFiles[`${name}.${ending}`]);
      if (image) return { mediaType: 2, contentId: blobOf(image), fileExt: 'jpg', ...sizeOf(image) };
      if (sound) return { mediaType: 5, contentId: blobOf(sound), fileExt: 'mp3', durationMs: sound.durationMs };
      if (!video) throw new TypeError(`The demo has no asset ${name}`);
      const [poster, sprite] = [assetFiles[`${name}.poster.jpg`], assetFiles[`${name}.sprite.jpg`]];
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

/** So many frames stand in every `*.sprite.jpg`. */
const FILMSTRIP_FRAMES = 10;

function sizeOf({ width, height }: AssetFile): { width: number; height: number } {
  return { width, height };
}

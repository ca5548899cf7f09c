import type { SandboxContext } from '../../SandboxContext.ts';

/** Pictures that a video brought along, for hosts that cannot take frames out of it. Blobs of the byte store. */
export interface EntryPictures {
  poster: string;
  /** Frames side by side, evenly spread over the film. */
  filmstrip?: { blob: string; frames: number };
}

/** By entry id. */
export function entryPictures(sandbox: SandboxContext): Map<string, EntryPictures> {
  const known = all.get(sandbox) ?? new Map<string, EntryPictures>();
  all.set(sandbox, known);
  return known;
}

const all = new WeakMap<SandboxContext, Map<string, EntryPictures>>();

import {
  checkFile,
  detectFile,
  entryNameOf,
  type FileLimits,
  type FileToUpload,
  type UploadQueue,
} from '@spaces-kaltura/client/upload';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UploadRefusal } from '../messages/uploader/UploaderMessages.ts';
import type { ProjectionChoice } from './ProjectionChoice.ts';
import { namesSphere, toTags, type Draft, type RefusedFile } from './Draft.ts';
import type { PickedFile } from '../uploads/PickedFile.ts';
import { handToWaiting } from './handToWaiting.ts';
import type { UploadLimits } from '../uploads/UploadLimits.ts';

export interface DraftsState {
  readonly drafts: readonly Draft[];
  readonly refused: readonly RefusedFile[];
}

/** Files between being chosen and being uploaded: nothing of them is sent. */
export interface Drafts {
  readonly store: StoreApi<DraftsState>;
  /**
   * Takes files that can be uploaded and says why the others can't; one that an upload waits for since a reload continues that
   * one instead.
   */
  readonly add: (files: readonly PickedFile[], limits: UploadLimits) => Promise<void>;
  readonly change: (id: string, change: Partial<Pick<Draft, 'details' | 'choice'>>) => void;
  readonly remove: (id: string) => void;
  /** What was refused has been read. */
  readonly dismissRefused: () => void;
  readonly clear: () => void;
  /** Hands them all to the queue; what the limits leave out by now is refused. */
  readonly upload: (limits: UploadLimits) => Promise<void>;
}

export function createDrafts(queue: UploadQueue): Drafts {
  const store = createStore<DraftsState>(() => ({ drafts: [], refused: [] }));

  const put = (draft: Draft): void => store.setState(({ drafts }) => ({ drafts: [...drafts, draft] }));
  const change = (id: string, part: Partial<Draft>): void =>
    store.setState(({ drafts }) => ({
      drafts: drafts.map((draft) => (draft.id === id ? { ...draft, ...part } : draft)),
    }));
  const remove = (id: string): void =>
    store.setState(({ drafts }) => ({ drafts: drafts.filter((draft) => draft.id !== id) }));
  const refuse = ({ name, size }: File, refusal: UploadRefusal): void =>
    store.setState(({ refused }) => ({
      refused: [...refused, { id: crypto.randomUUID(), fileName: name, size, refusal }],
    }));

  async function take(picked: PickedFile, limits: UploadLimits): Promise<void> {
    const { file, handle, folder } = picked;
    if (folder) return refuse(file, 'folder');
    if (store.getState().drafts.some((draft) => isSame(draft.file, file)) || (await handToWaiting(queue, picked)))
      return;
    const check = await checkFile(file, toFileLimits(limits));
    if (!check.ok) return refuse(file, check.refusal);
    if (store.getState().drafts.length >= (limits.maxFiles ?? Infinity)) return refuse(file, 'too_many');
    const id = crypto.randomUUID();
    const details = { name: entryNameOf(file.name), description: '', tags: '' };
    put({ id, file, handle, mediaType: check.mediaType, detection: null, details, choice: null });
    await look(id, file);
  }

  async function look(id: string, file: File): Promise<void> {
    try {
      change(id, { detection: await detectFile(file, new AbortController().signal) });
    } catch {
      // It can't be read any more.
      remove(id);
      refuse(file, 'unreadable');
    }
  }

  return {
    store,
    change,
    async add(files, limits) {
      // One after the other, so that they stand in the order in which they were chosen.
      for (const picked of files) await take(picked, limits);
    },
    remove,
    dismissRefused: () => store.setState({ refused: [] }),
    clear: () => store.setState({ drafts: [], refused: [] }),
    async upload(limits) {
      const { drafts } = store.getState();
      store.setState({ drafts: [], refused: [] });
      const added = await queue.add(drafts.map(toFile), toFileLimits(limits));
      for (const [index, one] of added.entries()) {
        const draft = drafts[index];
        if (draft && !one.ok) refuse(draft.file, one.refusal);
      }
    },
  };
}

const toFileLimits = ({ accept, maxFileBytes }: UploadLimits): FileLimits => ({ accept, maxBytes: maxFileBytes });

const isSame = (one: File, other: File): boolean =>
  one === other || (one.name === other.name && one.size === other.size && one.lastModified === other.lastModified);

function toFile({ file, handle, mediaType, details, detection, choice }: Draft): FileToUpload {
  const said = choice ?? (mediaType !== 'audio' && namesSphere(details.tags) ? sphereOf(detection) : null);
  const name = details.name.trim() === '' ? entryNameOf(file.name) : details.name.trim();
  return {
    file,
    handle,
    metadata: { name, description: details.description.trim(), tags: toTags(details.tags) },
    // What the file says, the queue reads again; only a person's word has to go along.
    projection: said ?? undefined,
  };
}

/** Whoever writes the tag means what it does. */
const sphereOf = (detection: Draft['detection']): ProjectionChoice => ({
  projection: 'equirectangular',
  stereoMode: detection?.stereoMode ?? 'mono',
});

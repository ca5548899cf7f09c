import type { SessionSource } from '@spaces-kaltura/client';
import { createSharedUploads, type SharedUploads, type UploadPresence } from './SharedUploads.ts';

export interface UploadsOwner {
  readonly hubId: string;
  readonly userId: string;
  /** Where the person's sessions come from: the address of an exchange, or a source of the host's own. */
  readonly origin: string | SessionSource;
}

interface Known {
  readonly owner: UploadsOwner;
  readonly uploads: SharedUploads;
}

/** Everybody's in this page. Not in React: it outlives providers, and finds those that are mounted again. */
const known = new Set<Known>();

/** The uploads of a person in a hub, the same ones for whoever asks. On a server nothing is shared. */
export function sharedUploadsOf(owner: UploadsOwner): SharedUploads {
  for (const one of known) if (isSamePerson(one.owner, owner) && one.owner.hubId === owner.hubId) return one.uploads;
  const uploads = createSharedUploads({ hubId: owner.hubId, userId: owner.userId });
  if (typeof document !== 'undefined') known.add({ owner, uploads });
  return uploads;
}

/**
 * Joins a person's uploads; answers how to leave. As soon as another person is there, what the page holds of the one who has
 * left is closed: it stays in the browser's records for its owner, and in nobody's memory. The same person's uploads in
 * another hub only rest.
 */
export function joinUploads(uploads: SharedUploads, presence: UploadPresence): () => void {
  const leave = uploads.join(presence);
  closeOthers();
  return () => {
    leave();
    closeOthers();
  };
}

function closeOthers(): void {
  const present = [...known].filter(({ uploads }) => !uploads.isAbandoned());
  for (const one of known) {
    if (present.length === 0 || present.some(({ owner }) => isSamePerson(owner, one.owner))) continue;
    known.delete(one);
    one.uploads.close();
  }
}

const isSamePerson = (one: UploadsOwner, other: UploadsOwner): boolean =>
  one.userId === other.userId && one.origin === other.origin;

import {
  type ConversionProfile,
  defaultConversionProfile,
  liveConversionProfile,
  ownProfileId,
} from './ConversionProfile.ts';
import { type Entry, type EntryTextField, indexEntry } from './Entry.ts';
import type { FlavorAsset } from './FlavorAsset.ts';
import type { WordIndex } from './search/WordIndex.ts';
import type { ThumbAsset } from './ThumbAsset.ts';

/** Entries, their assets and the conversion profiles of one partner. Nothing is ever removed; deleted rows keep their status. */
export interface MediaState {
  readonly entries: Map<string, Entry>;
  /** What the search engine knows: copies of entries as they were when they were last indexed, in the order of their making. */
  readonly indexed: Map<string, IndexedEntry>;
  /** By entry id, the original first. */
  readonly flavorAssets: Map<string, FlavorAsset[]>;
  readonly thumbAssets: Map<string, ThumbAsset[]>;
  /** The partner's own; those of partner 0 are the same for all. */
  readonly conversionProfiles: ConversionProfile[];
  /** Uploads that are to go wrong, in the order they come. */
  readonly failures: UploadFailure[];
  /** Whether any entry is published in a privacy context, which is what makes entitlement matter. */
  usesContexts: boolean;
  /** Grows with every entry. */
  nextSequence: number;
}

/** Where an upload goes wrong: while its bytes are taken over, or while renditions are made. */
export type UploadFailure = 'importing' | 'converting';

export interface IndexedEntry {
  readonly entry: Entry;
  /** Cut into words when somebody first searches. */
  words(): WordIndex<EntryTextField>;
}

/** `newNumber` counts the profiles of all accounts. */
export function createMediaState(partnerId: number, createdAt: number, newNumber: () => number): MediaState {
  return {
    entries: new Map(),
    indexed: new Map(),
    flavorAssets: new Map(),
    thumbAssets: new Map(),
    conversionProfiles: [
      defaultConversionProfile(ownProfileId(newNumber()), partnerId, createdAt),
      liveConversionProfile(ownProfileId(newNumber()), partnerId, createdAt),
    ],
    failures: [],
    usesContexts: false,
    nextSequence: 1,
  };
}

/** Tells the search engine about an entry's present state. */
export function indexInto(state: MediaState, entry: Entry, userName: string): void {
  const copy = { ...entry, properties: { ...entry.properties } };
  let words: WordIndex<EntryTextField> | undefined;
  state.indexed.set(entry.id, { entry: copy, words: () => (words ??= indexEntry(copy, userName)) });
}

/** Whether the next upload was to go wrong here; it does so once. */
export function takeFailure(state: MediaState, where: UploadFailure): boolean {
  if (state.failures[0] !== where) return false;
  state.failures.shift();
  return true;
}

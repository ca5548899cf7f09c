import { createWordIndex, type WordIndex } from './search/WordIndex.ts';

/** Kaltura's entry statuses; the ones an upload passes through. */
export const EntryStatus = {
  ERROR_IMPORTING: -2,
  ERROR_CONVERTING: -1,
  IMPORT: 0,
  PRECONVERT: 1,
  READY: 2,
  DELETED: 3,
  PENDING: 4,
  NO_CONTENT: 7,
} as const;

export type EntryStatus = (typeof EntryStatus)[keyof typeof EntryStatus] | 5 | 6;

export const MediaType = { VIDEO: 1, IMAGE: 2, AUDIO: 5 } as const;

/** Numbers as in `KalturaMediaType`; live types are declared but nothing here makes them. */
export type MediaType = number;

/** A media entry as the sandbox keeps it. Times are unix seconds; `sequence` grows with every entry of the server. */
export interface Entry {
  readonly id: string;
  readonly partnerId: number;
  readonly sequence: number;
  readonly mediaType: MediaType;
  readonly createdAt: number;
  updatedAt: number;
  name: string;
  description: string;
  tags: string;
  adminTags: string | null;
  userId: string;
  creatorId: string;
  status: EntryStatus;
  moderationStatus: number;
  displayInSearch: number;
  sourceType: string;
  /** 0 until an image has bytes; `100012` then. */
  dataVersion: number;
  /** 0 until there is a picture; `100002` for the first one of a video. */
  thumbnailVersion: number;
  conversionProfileId: number | null;
  durationMs: number;
  width: number | null;
  height: number | null;
  plays: number;
  views: number;
  lastPlayedAt: number | null;
  /** Writable properties without a rule of their own, as they were sent: `partnerData`, `referenceId`, `creditUrl` … */
  properties: Record<string, EntryProperty>;
  /** Privacy contexts of the categories it is published in; empty for an entry in none. */
  contexts: readonly string[];
  /** Who may play it: anybody, or sessions that may `sview` it. */
  accessControl: 'open' | 'authenticated';
  /** The file of an image; a video's or sound's source is the original flavor asset. */
  contentId: string | null;
}

export type EntryProperty = string | number | boolean;

/** The fields of an entry that the search engine cuts into words. */
export type EntryTextField =
  | 'name'
  | 'tags'
  | 'description'
  | 'adminTags'
  | 'id'
  | 'referenceId'
  | 'userId'
  | 'userName';

/** What `searchText*` looks into. */
export const SEARCH_TEXT_FIELDS: readonly EntryTextField[] = [
  'name',
  'tags',
  'description',
  'id',
  'referenceId',
  'userId',
];

/** What `freeText` looks into. */
export const FREE_TEXT_FIELDS: readonly EntryTextField[] = [...SEARCH_TEXT_FIELDS, 'userName'];

/** Cuts an entry into words. */
export function indexEntry(entry: Entry, userName: string): WordIndex<EntryTextField> {
  return createWordIndex({
    name: entry.name,
    tags: entry.tags,
    description: entry.description,
    adminTags: entry.adminTags ?? '',
    id: entry.id,
    referenceId: String(entry.properties['referenceId'] ?? ''),
    userId: entry.userId,
    userName,
  });
}

/** A property given as text, or the default where it was never set. */
export function textProperty(entry: Entry, name: string): string | null {
  const value = entry.properties[name];
  return value === undefined ? null : String(value);
}

/** A property given as number, or null where it was never set. */
export function numberProperty(entry: Entry, name: string): number | null {
  const value = entry.properties[name];
  return value === undefined ? null : Number(value);
}

import type { KalturaParam, KalturaRequest, ReadContext } from '../api/KalturaRequest.ts';
import { type KalturaMediaEntry, KalturaMediaType } from './KalturaMediaEntry.ts';
import type { KalturaList, MediaFilter, MediaListParams } from './mediaFilter.ts';
import { toList, toInteger, toRecord, UnexpectedShape } from './read.ts';
import { readMediaEntry } from './readMediaEntry.ts';

/** Entry fields that a participant may write. `tags` replaces all tags of the entry. */
export interface MediaEntryInput {
  name?: string;
  description?: string;
  tags?: readonly string[];
  /** Null clears it. */
  partnerData?: string | null;
}

export interface MediaEntryInit extends MediaEntryInput {
  mediaType: KalturaMediaType;
  conversionProfileId?: number | null;
}

/** `media.list`. Entries of other kinds than video, image and sound are not asked for. */
export const mediaList = ({ filter, pager, orderBy }: MediaListParams = {}): KalturaRequest<
  KalturaList<KalturaMediaEntry>
> => ({
  service: 'media',
  action: 'list',
  params: {
    filter: { objectType: 'KalturaMediaEntryFilter', ...filterParams(filter), orderBy },
    pager: pager && { objectType: 'KalturaFilterPager', pageIndex: pager.pageIndex, pageSize: pager.pageSize },
  },
  repeatable: true,
  read: (json, context) => {
    const answer = toRecord(json, 'media.list');
    const entries = toList(answer['objects'], 'objects').map((object) => readMediaEntry(object, context));
    return {
      objects: entries.filter((entry) => entry !== null),
      totalCount: toInteger(answer['totalCount'], 'totalCount'),
    };
  },
});

/** `media.get`; reads the database, so it is current where a list lags behind. */
export const mediaGet = (entryId: string): KalturaRequest<KalturaMediaEntry> => ({
  service: 'media',
  action: 'get',
  params: { entryId },
  repeatable: true,
  read: readEntry,
});

/** `media.add`: an entry without content. Done twice it makes two entries. */
export const mediaAdd = ({
  mediaType,
  conversionProfileId,
  ...entry
}: MediaEntryInit): KalturaRequest<KalturaMediaEntry> => ({
  service: 'media',
  action: 'add',
  params: {
    entry: {
      objectType: 'KalturaMediaEntry',
      mediaType,
      conversionProfileId: conversionProfileId ?? undefined,
      ...entryParams(entry),
    },
  },
  repeatable: false,
  read: readEntry,
});

/**
 * `media.addContent` with the bytes of an upload token. Not repeatable: a token that was used already strands a second
 * entry; a repeat on the same entry answers ENTRY_ALREADY_WITH_CONTENT.
 */
export const mediaAddContent = (entryId: string, uploadTokenId: string): KalturaRequest<KalturaMediaEntry> => ({
  service: 'media',
  action: 'addContent',
  params: { entryId, resource: { objectType: 'KalturaUploadedFileTokenResource', token: uploadTokenId } },
  repeatable: false,
  timeoutMs: 120_000,
  read: readEntry,
});

/** `media.update` of an entry of one's own; members left out stay as they are. */
export const mediaUpdate = (entryId: string, mediaEntry: MediaEntryInput): KalturaRequest<KalturaMediaEntry> => ({
  service: 'media',
  action: 'update',
  params: { entryId, mediaEntry: { objectType: 'KalturaMediaEntry', ...entryParams(mediaEntry) } },
  repeatable: true,
  read: readEntry,
});

/** `media.delete` of an entry of one's own. */
export const mediaDelete = (entryId: string): KalturaRequest<null> => ({
  service: 'media',
  action: 'delete',
  params: { entryId },
  repeatable: true,
  read: () => null,
});

function readEntry(json: unknown, context: ReadContext): KalturaMediaEntry {
  const entry = readMediaEntry(json, context);
  if (!entry) throw new UnexpectedShape('the entry is no video, image or sound');
  return entry;
}

const entryParams = ({ tags, partnerData, ...entry }: MediaEntryInput): Record<string, KalturaParam> => ({
  ...entry,
  tags: tags?.join(','),
  // Whatever it is set to, a field of this name takes the other one's value away.
  ...(partnerData === null ? { partnerData__null: true } : { partnerData }),
});

function filterParams(filter: MediaFilter = {}): Record<string, KalturaParam> {
  const everyKind = Object.values(KalturaMediaType);
  return Object.fromEntries(
    Object.entries({ mediaTypeIn: everyKind, ...filter }).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
}

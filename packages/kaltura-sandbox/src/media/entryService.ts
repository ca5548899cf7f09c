import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { JsonObject } from '../protocol/json.ts';
import type { Params } from '../protocol/Params.ts';
import type { Action, Call } from '../protocol/Service.ts';
import { ensureUser } from '../user/users.ts';
import { requireEntry, requireOwnEntry } from './access.ts';
import { attachResource, importFromUrl } from './attachResource.ts';
import { attachToken, requireCompleteToken } from './attachContent.ts';
import { type Entry, EntryStatus } from './Entry.ts';
import { entryChanged, flavorAssetsOf, insertEntry, newEntry } from './entryRows.ts';
import { toMediaEntry } from './toMediaEntry.ts';
import { makesNothing } from './conversionProfiles.ts';
import { writeEntry } from './writeEntry.ts';

/** What `media` and `baseEntry` do alike; `parameter` is the name the entry goes by in a call. */

export const getEntry: Action = (call) => answer(requireEntry(call, call.params.string('entryId') ?? ''), call);

export function addEntryAction(parameter: string): Action {
  return (call) => {
    const entry = createEntry(entryIn(call, parameter), call);
    insertEntry(entry, call.partner, call.sandbox);
    return answer(entry, call);
  };
}

export function updateEntryAction(parameter: string): Action {
  return (call) => {
    const entry = requireOwnEntry(call, call.params.string('entryId') ?? '');
    const sent = entryIn(call, parameter);
    const before = answer(entry, call);
    sent.assertUpdatable(before);
    writeEntry(entry, sent, call);
    // The database writes nothing, not even the time, when no column differs.
    if (JSON.stringify(answer(entry, call)) !== JSON.stringify(before)) {
      entryChanged(entry, call.partner, call.sandbox);
    }
    return answer(entry, call);
  };
}

export const addContent: Action = async (call) => {
  const entry = requireOwnEntry(call, call.params.string('entryId') ?? '');
  if (entry.status !== EntryStatus.NO_CONTENT) throw new KalturaApiException('ENTRY_ALREADY_WITH_CONTENT');
  await attachResource(entry, call.params.object('resource', 'KalturaResource'), call);
  return answer(entry, call);
};

/** Replacing content is a feature accounts have to be given; without content yet it is the same as adding some. */
export const updateContent: Action = async (call) => {
  const entry = requireOwnEntry(call, call.params.string('entryId') ?? '');
  if (entry.status !== EntryStatus.NO_CONTENT) {
    throw new KalturaApiException('FEATURE_FORBIDDEN', { FEATURE: 'FEATURE_ENTRY_REPLACEMENT' });
  }
  await attachResource(entry, call.params.object('resource', 'KalturaResource'), call);
  return answer(entry, call);
};

/** The row stays, as deleted: only lists that ask for the status still show it. */
export const deleteEntry: Action = (call) => {
  const entry = requireOwnEntry(call, call.params.string('entryId') ?? '');
  entry.status = EntryStatus.DELETED;
  entryChanged(entry, call.partner, call.sandbox);
  return null;
};

export function addFromUploadedFile(parameter: string): Action {
  return async (call) => {
    const tokenId = call.params.string('uploadTokenId') ?? '';
    requireCompleteToken(tokenId, call.partner);
    const entry = createEntry(entryIn(call, parameter), call);
    insertEntry(entry, call.partner, call.sandbox);
    await attachToken(entry, tokenId, call.partner, call.sandbox);
    return answer(entry, call);
  };
}

export const addFromUrl: Action = (call) => {
  const entry = createEntry(entryIn(call, 'mediaEntry'), call);
  insertEntry(entry, call.partner, call.sandbox);
  importFromUrl(entry, call);
  return answer(entry, call);
};

/** The entry as the caller sees it. */
export function answer(entry: Entry, call: Call): JsonObject {
  return toMediaEntry(entry, flavorAssetsOf(call.partner, entry.id), call.origin);
}

/** Checks what was sent and makes an entry of it, owned by the session's user. */
export function createEntry(sent: Params, call: Call): Entry {
  sent.assertInsertable();
  const mediaType = sent.int('mediaType');
  if (mediaType === undefined) {
    throw new KalturaApiException('PROPERTY_VALIDATION_CANNOT_BE_NULL', { PROP_NAME: `${sent.type}::mediaType` });
  }
  const { partner, sandbox, session } = call;
  const userId = ensureUser(partner, session.userId, sandbox.clock.now()).id;
  const entry = newEntry(partner, sandbox, { mediaType, userId });
  writeEntry(entry, sent, call);
  entry.creatorId = entry.userId;
  if (entry.conversionProfileId !== null && makesNothing(partner, entry.conversionProfileId)) {
    entry.status = EntryStatus.READY;
  }
  return entry;
}

function entryIn(call: Call, parameter: string): Params {
  const sent = call.params.object(parameter, 'KalturaMediaEntry');
  if (!sent) throw new KalturaApiException('MISSING_MANDATORY_PARAMETER', { PARAM_NAME: parameter });
  return sent;
}

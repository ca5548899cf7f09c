import type { SandboxContext } from '../SandboxContext.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import { findUser } from '../user/users.ts';
import type { Entry } from './Entry.ts';
import { EntryStatus, type MediaType } from './Entry.ts';
import type { FlavorAsset } from './FlavorAsset.ts';
import { indexInto } from './MediaState.ts';

/** A new entry without content, not yet in the account: `insertEntry` puts it there. */
export function newEntry(
  partner: PartnerState,
  sandbox: SandboxContext,
  init: { mediaType: MediaType; userId: string; createdAt?: number },
): Entry {
  const createdAt = init.createdAt ?? sandbox.clock.now();
  return {
    id: sandbox.newId(),
    partnerId: partner.id,
    sequence: partner.media.nextSequence++,
    mediaType: init.mediaType,
    createdAt,
    updatedAt: createdAt,
    name: `${partner.id}_${createdAt}`,
    description: '',
    tags: '',
    adminTags: null,
    userId: init.userId,
    creatorId: init.userId,
    status: EntryStatus.NO_CONTENT,
    moderationStatus: AUTO_APPROVED,
    displayInSearch: 1,
    sourceType: WITHOUT_SOURCE,
    dataVersion: 0,
    thumbnailVersion: 0,
    conversionProfileId: null,
    durationMs: 0,
    width: null,
    height: null,
    plays: 0,
    views: 0,
    lastPlayedAt: null,
    properties: {},
    contexts: [],
    accessControl: 'open',
    contentId: null,
  };
}

const AUTO_APPROVED = 6;
const WITHOUT_SOURCE = '6';

/** Puts a new entry into the account. */
export function insertEntry(entry: Entry, partner: PartnerState, sandbox: SandboxContext): void {
  partner.media.entries.set(entry.id, entry);
  if (entry.contexts.length > 0) partner.media.usesContexts = true;
  reindex(entry, partner, sandbox);
}

/** Notes that an entry changed: its `updatedAt` and, after the lag, what lists know of it. */
export function entryChanged(entry: Entry, partner: PartnerState, sandbox: SandboxContext): void {
  entry.updatedAt = sandbox.clock.now();
  reindex(entry, partner, sandbox);
}

function reindex(entry: Entry, partner: PartnerState, sandbox: SandboxContext): void {
  const index = () => indexInto(partner.media, entry, findUser(partner, entry.userId)?.screenName ?? '');
  if (sandbox.settings.indexLag > 0) sandbox.clock.schedule(sandbox.settings.indexLag, index);
  else index();
}

/** The renditions of an entry, the original first; empty for images and entries without content. */
export function flavorAssetsOf(partner: PartnerState, entryId: string): readonly FlavorAsset[] {
  return partner.media.flavorAssets.get(entryId) ?? [];
}

/** Looks for an entry in all accounts, as delivery URLs do. Deleted entries are found too. */
export function findEntryAnywhere(
  sandbox: SandboxContext,
  entryId: string,
): { entry: Entry; partner: PartnerState } | null {
  for (const partner of sandbox.partners.values()) {
    const entry = partner.media.entries.get(entryId);
    if (entry) return { entry, partner };
  }
  return null;
}

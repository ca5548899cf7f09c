import type {
  AppTokenHashType,
  AppTokenInput,
  AppTokenPurpose,
  ConnectionAnswer,
  ConnectionInput,
  StoredAppToken,
} from '@spaces-kaltura/client/exchange';
import { trimServiceUrl } from '../KalturaService.ts';
import { kalturaRegions } from './kalturaRegions.ts';
import { readUserIdMapping, toUserIdMapping, type UserIdMapping } from './userIdMapping.ts';

/** An App Token as it is typed; its secret stays in its field. */
export interface TokenDraft {
  readonly id: string;
  readonly hashType: AppTokenHashType;
  /** Unix seconds; null: never. */
  readonly expiry: number | null;
}

/** What is typed into the settings, and nothing that has to be kept secret. */
export interface ConnectionDraft extends UserIdMapping {
  readonly serviceUrl: string;
  readonly partnerId: string;
  readonly editor: TokenDraft;
  readonly player: TokenDraft | null;
  readonly conversionProfile: string;
  /** Separated by spaces or commas. */
  readonly acceptedPrivileges: string;
}

export type ConnectionField =
  | 'serviceUrl'
  | 'partnerId'
  | 'editorId'
  | 'editorSecret'
  | 'playerId'
  | 'playerSecret'
  | 'claim'
  | 'conversionProfile'
  | 'acceptedPrivileges';

/** Secrets as they stand in their fields; empty: the stored one stays. */
export type DraftSecrets = Readonly<Record<AppTokenPurpose, string>>;

export const emptyToken: TokenDraft = { id: '', hashType: 'SHA256', expiry: null };

export const emptyDraft = (serviceUrl: string = kalturaRegions.us): ConnectionDraft => ({
  serviceUrl,
  partnerId: '',
  editor: emptyToken,
  player: null,
  mapping: 'email',
  claim: '',
  conversionProfile: '',
  acceptedPrivileges: '',
});

export function toDraft(connection: ConnectionAnswer): ConnectionDraft {
  const { tokens, conversion_profile_id: profile } = connection;
  return {
    serviceUrl: connection.service_url,
    partnerId: String(connection.partner_id),
    editor: toTokenDraft(tokens.editor),
    player: tokens.player && toTokenDraft(tokens.player),
    ...readUserIdMapping(connection.user_id_mapping),
    conversionProfile: profile === null ? '' : String(profile),
    acceptedPrivileges: connection.accepted_privileges.join(' '),
  };
}

const toTokenDraft = ({ id, hash_type, expires_at }: StoredAppToken): TokenDraft => ({
  id,
  hashType: hash_type,
  expiry: expires_at === null ? null : Math.floor(Date.parse(expires_at) / 1000),
});

/** The body of the write that stores a draft. */
export function toConnectionInput(draft: ConnectionDraft, secrets: DraftSecrets): ConnectionInput {
  const profile = draft.conversionProfile.trim();
  return {
    service_url: trimServiceUrl(draft.serviceUrl),
    partner_id: toNumber(draft.partnerId),
    tokens: {
      editor: toTokenInput(draft.editor, secrets.editor),
      player: draft.player && toTokenInput(draft.player, secrets.player),
    },
    user_id_mapping: toUserIdMapping(draft),
    conversion_profile_id: profile === '' ? null : toNumber(profile),
    accepted_privileges: draft.acceptedPrivileges.split(/[\s,]+/).filter((privilege) => privilege !== ''),
  };
}

const toTokenInput = ({ id, hashType, expiry }: TokenDraft, secret: string): AppTokenInput => ({
  id: id.trim(),
  hash_type: hashType,
  expiry,
  ...(secret.trim() !== '' && { secret: secret.trim() }),
});

/** NaN where it is no whole number, which no schema takes. */
const toNumber = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

/**
 * The App Tokens whose secret has to be entered: new ones, and those that would go to another address, account, token or
 * hash than they were entered for.
 */
export function secretsNeeded(draft: ConnectionDraft, stored: ConnectionAnswer | null): AppTokenPurpose[] {
  const moved =
    stored === null ||
    stored.state === 'unreadable' ||
    stored.service_url !== trimServiceUrl(draft.serviceUrl) ||
    String(stored.partner_id) !== draft.partnerId.trim();
  const needs = (token: TokenDraft | null, before: StoredAppToken | null | undefined): boolean =>
    token !== null && (moved || !before || before.id !== token.id.trim() || before.hash_type !== token.hashType);
  const purposes: AppTokenPurpose[] = [];
  if (needs(draft.editor, stored?.tokens.editor)) purposes.push('editor');
  if (needs(draft.player, stored?.tokens.player)) purposes.push('player');
  return purposes;
}

/** The field that a JSON pointer into a `ConnectionInput` belongs to. */
export function fieldAt(pointer: string): ConnectionField | null {
  const [, field] = fields.find(([start]) => pointer === start || pointer.startsWith(`${start}/`)) ?? [];
  return field ?? null;
}

const fields: readonly [pointer: string, ConnectionField][] = [
  ['/service_url', 'serviceUrl'],
  ['/partner_id', 'partnerId'],
  ['/tokens/editor/secret', 'editorSecret'],
  ['/tokens/editor', 'editorId'],
  ['/tokens/player/secret', 'playerSecret'],
  ['/tokens/player', 'playerId'],
  ['/user_id_mapping', 'claim'],
  ['/conversion_profile_id', 'conversionProfile'],
  ['/accepted_privileges', 'acceptedPrivileges'],
];

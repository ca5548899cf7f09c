import { appTokenParams, type AppTokenHashType, type AppTokenPurpose } from '@spaces-kaltura/client/exchange';

/** An App Token as Kaltura's answer of `appToken.add` describes it. */
export interface PastedAppToken {
  readonly id: string;
  readonly secret: string;
  readonly hashType: AppTokenHashType;
  /** Unix seconds; null: never. */
  readonly expiry: number | null;
  readonly partnerId: number | null;
  readonly privileges: string;
}

/** Why what was pasted cannot be taken. */
export type PasteFault =
  | 'not_readable'
  | 'kaltura_error'
  | 'new_account'
  | 'ks'
  | 'session'
  | 'question'
  | 'no_token'
  | 'several'
  | 'admin_token'
  | 'no_session_type'
  | 'pinned_user'
  | 'expired'
  | 'not_active'
  | 'player_for_editor';

export type AppTokenReading =
  | { readonly kind: 'token'; readonly token: PastedAppToken }
  /** `kaltura`: Kaltura's own error code, where it answered with an error. */
  | { readonly kind: 'fault'; readonly fault: PasteFault; readonly kaltura: string | null };

/**
 * Reads what somebody pasted after creating an App Token: JSON as Kaltura answers it, or in the `result` wrapper that a
 * console makes of its XML, or that XML. Tokens that would be refused later are refused here, with the reason.
 *
 * @param now Unix seconds.
 */
export function readAppTokenAnswer(pasted: string, purpose: AppTokenPurpose, now: number): AppTokenReading {
  const text = pasted.trim().replace(/^"([\s\S]*)"$/, '$1');
  if (/^[A-Za-z0-9+/_=-]{40,}$/.test(text)) return fault('ks');
  const answer = unwrap(parse(pasted.trim()));
  if (answer === null) return fault('not_readable');
  if (answer === 'several') return fault('several');
  return readToken(answer, purpose, now);
}

type Members = Readonly<Record<string, unknown>>;

const fault = (reason: PasteFault, kaltura: string | null = null): AppTokenReading => ({
  kind: 'fault',
  fault: reason,
  kaltura,
});

function parse(text: string): unknown {
  if (text.startsWith('<')) return parseXml(text);
  // From the first brace to the last, whatever a console writes around; pages indent with spaces that JSON does not know.
  const [json = text] = /[[{].*[\]}]/s.exec(text.replaceAll('\u00a0', ' ')) ?? [];
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The flat members of `<xml><result>…`, which is all an App Token has. */
function parseXml(text: string): Members | null {
  const members = [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', value = '']) => [name, value]);
  return members.length === 0 ? null : (Object.fromEntries(members) as Members);
}

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unwrap(value: unknown): Members | 'several' | null {
  if (Array.isArray(value)) return value.length === 1 ? unwrap(value[0]) : value.length > 1 ? 'several' : null;
  if (!isMembers(value)) return null;
  if (isMembers(value['result'])) return unwrap(value['result']);
  if (isMembers(value['error'])) return { ...value['error'], objectType: 'KalturaAPIException' };
  return Array.isArray(value['objects']) ? unwrap(value['objects']) : value;
}

function readToken(answer: Members, purpose: AppTokenPurpose, now: number): AppTokenReading {
  const said = toText(answer['code']);
  if (answer['objectType'] === 'KalturaAPIException' || (said !== null && answer['message'] !== undefined)) {
    return readError(said, toText(answer['message']) ?? '');
  }
  if (toText(answer['ks']) !== null) return fault('session');
  const id = toText(answer['id']);
  const secret = toText(answer['token']);
  if (id === null && secret === null && (isMembers(answer['appToken']) || answer['sessionPrivileges'] !== undefined)) {
    return fault('question');
  }
  if (id === null || secret === null) return fault('no_token');

  const sessionType = toNumber(answer['sessionType']);
  if (sessionType === 2) return fault('admin_token');
  if (sessionType !== 0) return fault('no_session_type');
  if (toText(answer['sessionUserId']) !== null) return fault('pinned_user');
  const status = toNumber(answer['status']);
  if (status !== null && status !== 2) return fault('not_active');
  const expiry = toNumber(answer['expiry']);
  if (expiry !== null && expiry <= now) return fault('expired');
  const privileges = toText(answer['sessionPrivileges']) ?? '';
  if (purpose === 'editor' && privileges === playerPrivileges) return fault('player_for_editor');

  const hashType = hashTypes.find((type) => type === answer['hashType']) ?? 'SHA1';
  return {
    kind: 'token',
    token: { id, secret, hashType, expiry, partnerId: toNumber(answer['partnerId']), privileges },
  };
}

/** Kaltura's code is shown only where it looks like one; its sentence may echo a session. */
function readError(code: string | null, message: string): AppTokenReading {
  const kaltura = code !== null && /^[A-Z][A-Z_]{2,60}$/.test(code) ? code : null;
  // Kaltura looks for a user without an id, whom a brand-new account does not have yet.
  if (kaltura === 'INVALID_FIELD_VALUE' && message.includes('sessionUserId')) return fault('new_account', kaltura);
  return fault('kaltura_error', kaltura);
}

/** Kaltura's own default where an App Token names none. */
const hashTypes: readonly AppTokenHashType[] = ['SHA1', 'MD5', 'SHA256', 'SHA512'];
const playerPrivileges = appTokenParams('player', { kind: 'own' }).sessionPrivileges;

const toText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null;

function toNumber(value: unknown): number | null {
  const text = toText(value);
  if (text === null) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

import type { KalturaParam, KalturaRequest } from '../api/KalturaRequest.ts';
import type { KalturaList, KalturaPager } from './mediaFilter.ts';
import { toInteger, toIntegerOrNull, toList, toRecord, toText, toTextList, toTextOrNull } from './read.ts';

/*
 * What an administrator of an account does, for setting up a connection. All of it needs an ADMIN session, which belongs on a
 * server and lives for minutes; only `userLoginByLoginId` needs none.
 */

export interface SignInParams {
  /** The e-mail address that the person signs in with. */
  loginId: string;
  password: string;
  otp?: string | undefined;
  /** The account; left out: the one they were in last. */
  partnerId?: number | undefined;
  /** Seconds that the session lives. */
  expiry: number;
  privileges: string;
}

/**
 * `user.loginByLoginId`: a KS for somebody's password, of type ADMIN if they administer the account. Whatever is wrong is
 * answered `USER_WRONG_PASSWORD`, but for `MISSING_OTP`, `INVALID_OTP`, `PASSWORD_EXPIRED` and `DIRECT_LOGIN_BLOCKED`.
 */
export const userLoginByLoginId = ({ loginId, password, otp, ...params }: SignInParams): KalturaRequest<string> => ({
  service: 'user',
  action: 'loginByLoginId',
  params: { loginId, password, otp, ...params },
  // Kaltura counts wrong passwords.
  repeatable: false,
  read: (json) => toText(json, 'ks'),
});

/**
 * `user.loginByKs`: opens another account of the same person, who has to administer both. The new session is of type ADMIN
 * and lives a day, whatever the old one had left.
 */
export const userLoginByKs = (
  requestedPartnerId: number,
): KalturaRequest<{ readonly ks: string; readonly partnerId: number }> => ({
  service: 'user',
  action: 'loginByKs',
  params: { requestedPartnerId },
  repeatable: true,
  read: (json) => {
    const session = toRecord(json, 'session');
    return { ks: toText(session['ks'], 'ks'), partnerId: toInteger(session['partnerId'], 'partnerId') };
  },
});

export interface KalturaSessionFields {
  /** 0 USER, 2 ADMIN. */
  readonly sessionType: number;
  readonly partnerId: number;
  /** Empty for a session without a user. */
  readonly userId: string;
  /** Unix seconds on Kaltura's clock. */
  readonly expiry: number;
  readonly privileges: readonly string[];
}

/** `session.get`: what the session of this call is. Forbidden to USER sessions. */
export const sessionGet = (): KalturaRequest<KalturaSessionFields> => ({
  service: 'session',
  action: 'get',
  params: {},
  repeatable: true,
  read: (json) => {
    const session = toRecord(json, 'session');
    return {
      sessionType: toInteger(session['sessionType'], 'sessionType'),
      partnerId: toInteger(session['partnerId'], 'partnerId'),
      userId: toTextOrNull(session['userId']) ?? '',
      expiry: toInteger(session['expiry'], 'expiry'),
      privileges: toTextList(session['privileges']),
    };
  },
});

/**
 * `session.end`: nobody can use this KS any more. Never for a session that says `sessionid:`, as all those from App Tokens do:
 * it would end every session of that token, for a day.
 */
export const sessionEnd = (): KalturaRequest<null> => ({
  service: 'session',
  action: 'end',
  params: {},
  repeatable: true,
  read: () => null,
});

/** An account, and nothing else of it: Kaltura's answers hold its secrets as well. */
export interface KalturaPartnerName {
  readonly id: number;
  readonly name: string;
}

function readPartner(json: unknown): KalturaPartnerName {
  const partner = toRecord(json, 'partner');
  const id = toInteger(partner['id'], 'partner id');
  return { id, name: toTextOrNull(partner['name']) || String(id) };
}

/** `partner.getInfo`: the account of the session. */
export const partnerGetInfo = (): KalturaRequest<KalturaPartnerName> => ({
  service: 'partner',
  action: 'getInfo',
  params: {},
  repeatable: true,
  read: readPartner,
});

/** `partner.listPartnersForUser`: the accounts that the session's user may sign in to. */
export const partnerListForUser = (pager: KalturaPager): KalturaRequest<KalturaList<KalturaPartnerName>> => ({
  service: 'partner',
  action: 'listPartnersForUser',
  params: { pager: toPager(pager) },
  repeatable: true,
  read: (json) => readList(json, readPartner),
});

export interface KalturaConversionProfile {
  readonly id: number;
  /** 0: one that Kaltura brings for every account. */
  readonly partnerId: number;
  readonly name: string;
  readonly isDefault: boolean;
  readonly flavorParamsIds: readonly number[];
}

function readProfile(json: unknown): KalturaConversionProfile {
  const profile = toRecord(json, 'conversion profile');
  const id = toInteger(profile['id'], 'conversion profile id');
  return {
    id,
    partnerId: toIntegerOrNull(profile['partnerId']) ?? 0,
    name: toTextOrNull(profile['name']) || String(id),
    isDefault: profile['isDefault'] === true || toIntegerOrNull(profile['isDefault']) === 1,
    flavorParamsIds: toTextList(profile['flavorParamsIds']).map(Number).filter(Number.isSafeInteger),
  };
}

/** `conversionProfile.list`: enabled profiles for media. */
export const conversionProfileList = (pager: KalturaPager): KalturaRequest<KalturaList<KalturaConversionProfile>> => ({
  service: 'conversionProfile',
  action: 'list',
  params: {
    filter: { objectType: 'KalturaConversionProfileFilter', statusEqual: 2, typeEqual: 1 },
    pager: toPager(pager),
  },
  repeatable: true,
  read: (json) => readList(json, readProfile),
});

export interface KalturaFlavorParams {
  readonly id: number;
  readonly tags: readonly string[];
  /** Pixels; null for sounds and for the source. */
  readonly height: number | null;
}

/** `flavorParams.list` of these ids. */
export const flavorParamsList = (
  ids: readonly number[],
  pager: KalturaPager,
): KalturaRequest<KalturaList<KalturaFlavorParams>> => ({
  service: 'flavorParams',
  action: 'list',
  params: { filter: { objectType: 'KalturaFlavorParamsFilter', idIn: ids.join(',') }, pager: toPager(pager) },
  repeatable: true,
  read: (json) =>
    readList(json, (item) => {
      const flavor = toRecord(item, 'flavor');
      const height = toIntegerOrNull(flavor['height']);
      return {
        id: toInteger(flavor['id'], 'flavor id'),
        tags: toTextList(flavor['tags']),
        height: height !== null && height > 0 ? height : null,
      };
    }),
});

export interface KalturaAppToken {
  readonly id: string;
  /** The secret. */
  readonly token: string;
  /** Unix seconds; null: never. */
  readonly expiry: number | null;
  readonly description: string | null;
}

/** `appToken.add`. In an account where no session without a user did anything yet it answers `INVALID_FIELD_VALUE`. */
export const appTokenAdd = (appToken: Readonly<Record<string, KalturaParam>>): KalturaRequest<KalturaAppToken> => ({
  service: 'appToken',
  action: 'add',
  params: { appToken },
  repeatable: false,
  read: readAppToken,
});

/** `appToken.list`, the newest first: the account's App Tokens that are not deleted, their secrets among what it answers. */
export const appTokenList = (pager: KalturaPager): KalturaRequest<KalturaList<KalturaAppToken>> => ({
  service: 'appToken',
  action: 'list',
  params: { filter: { objectType: 'KalturaAppTokenFilter', orderBy: '-createdAt' }, pager: toPager(pager) },
  repeatable: true,
  read: (json) => readList(json, readAppToken),
});

function readAppToken(json: unknown): KalturaAppToken {
  const made = toRecord(json, 'app token');
  return {
    id: toText(made['id'], 'app token id'),
    token: toText(made['token'], 'app token'),
    expiry: toIntegerOrNull(made['expiry']),
    description: toTextOrNull(made['description']),
  };
}

/** `appToken.delete`: ends all its sessions as well. */
export const appTokenDelete = (id: string): KalturaRequest<null> => ({
  service: 'appToken',
  action: 'delete',
  params: { id },
  repeatable: true,
  read: () => null,
});

const toPager = (pager: KalturaPager): KalturaParam => ({ objectType: 'KalturaFilterPager', ...pager });

function readList<TItem>(json: unknown, readItem: (json: unknown) => TItem): KalturaList<TItem> {
  const page = toRecord(json, 'list');
  const objects = toList(page['objects'], 'objects').map(readItem);
  return { objects, totalCount: toIntegerOrNull(page['totalCount']) ?? objects.length };
}

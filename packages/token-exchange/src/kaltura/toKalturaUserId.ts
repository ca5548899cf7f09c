import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import type { UserIdMapping } from '../storage/Connection.ts';

/** Kaltura cuts ids at 100 characters: two longer ones with the same beginning would be the same user. */
const longest = 100;

/**
 * What may stand in an email that becomes a Kaltura user id: what both Kaltura and unquoted mail names allow, in ASCII.
 * Kaltura compares ids without regard to accents, width and trailing spaces, so anything else could be somebody else.
 */
const localPart = /^[a-z0-9!#$%&'*+?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+?^_`{|}~-]+)*$/;
const domain = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const plainId = /^[A-Za-z0-9!#$%&'*+?^_`{|}~.@-]+$/;

/**
 * The Kaltura user id of a person under a hub's mapping. Throws `email_not_verified` unless the host says that the email
 * is verified, and `email_not_supported` for ids that Kaltura could confuse with another.
 */
export function toKalturaUserId(mapping: UserIdMapping, hostToken: HostToken): string {
  if (mapping !== 'email' && mapping !== 'local_part') {
    return checked(hostToken.otherClaims.get(mapping.slice('claim:'.length)) ?? '', plainId);
  }
  const { email, emailVerified } = hostToken;
  if (!emailVerified || email === null || email === '') throw new ExchangeProblem('email_not_verified');
  // `toLowerCase` would turn some letters beyond ASCII into ASCII ones (the Kelvin sign into k).
  if (email.length > longest || !plainId.test(email)) throw new ExchangeProblem('email_not_supported');
  const parts = email.toLowerCase().split('@');
  const [local = '', host = ''] = parts;
  if (parts.length !== 2 || !localPart.test(local) || !domain.test(host))
    throw new ExchangeProblem('email_not_supported');
  return mapping === 'email' ? `${local}@${host}` : checked(local, plainId);
}

function checked(id: string, allowed: RegExp): string {
  // "0" is the user that all anonymous sessions of an account share.
  if (id.length > longest || id === '0' || !allowed.test(id)) throw new ExchangeProblem('email_not_supported');
  return id;
}

/** Are these the ids of one Kaltura user? They may differ in ASCII case and in nothing else. */
export const isSameKalturaUser = (one: string, other: string): boolean =>
  one === other || lowerAscii(one) === lowerAscii(other);

/** Lower case of A to Z alone. */
export const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

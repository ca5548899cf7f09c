import type { PartnerState } from '../state/PartnerState.ts';
import type { UserRow } from './UserRow.ts';

/** Ids are cut here, so longer ones with a common beginning are the same person. */
const maxIdLength = 100;

/** What `user.add` takes as an id. Sessions may name others, and their users are made all the same. */
export function isUserId(id: string): boolean {
  return /^[\w,!#$%&'*+?^`{|}~.@-]{1,320}$/.test(id);
}

/** How the database compares user ids: ignoring case, accents and trailing spaces. */
export function userKey(id: string): string {
  return cut(id).trimEnd().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

export function findUser(partner: PartnerState, id: string): UserRow | undefined {
  return partner.users.get(userKey(id));
}

/** The user with this id; made on the spot when there is none, as most calls of a session do. */
export function ensureUser(partner: PartnerState, id: string, now: number): UserRow {
  const found = findUser(partner, id);
  if (found) return found;
  // The user of all widget sessions has a name of its own.
  const name = cut(id);
  return addUser(partner, { id, screenName: name === '0' ? 'Unknown' : name, firstName: name }, now);
}

export function addUser(partner: PartnerState, init: Partial<UserRow> & { id: string }, now: number): UserRow {
  const row: UserRow = {
    screenName: undefined,
    firstName: '',
    lastName: '',
    email: undefined,
    tags: undefined,
    status: 1,
    createdAt: now,
    updatedAt: now,
    statusUpdatedAt: now,
    lastLoginTime: undefined,
    isAdmin: false,
    password: undefined,
    profile: {},
    ...init,
    id: cut(init.id),
  };
  partner.users.set(userKey(row.id), row);
  return row;
}

function cut(id: string): string {
  return Array.from(id).slice(0, maxIdLength).join('');
}

import type { PartnerState } from '../state/PartnerState.ts';
import type { UserRow } from './UserRow.ts';

/** Ids are cut here, so longer ones with a common beginning are the same person. */
const maxIdLength = 100;

/** How the database compares user ids: ignoring case, accents and trailing spaces. */
export function userKey(id: string): string {
  return cut(id).trimEnd().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const cut = (id: string): string => Array.from(id).slice(0, maxIdLength).join('');

export function findUser(partner: PartnerState, id: string): UserRow | undefined {
  return partner.users.get(userKey(id));
}

/** The user with this id; made on the spot when there is none, as most calls of a USER session do. */
export function ensureUser(partner: PartnerState, id: string, now: number): UserRow {
  return findUser(partner, id) ?? addUser(partner, { id, screenName: id, firstName: id }, now);
}

export function addUser(partner: PartnerState, init: Partial<UserRow> & { id: string }, now: number): UserRow {
  const row: UserRow = {
    screenName: undefined,
    firstName: undefined,
    lastName: undefined,
    email: undefined,
    status: 1,
    createdAt: now,
    updatedAt: now,
    isAdmin: false,
    password: undefined,
    profile: {},
    ...init,
    id: cut(init.id),
  };
  partner.users.set(userKey(row.id), row);
  return row;
}

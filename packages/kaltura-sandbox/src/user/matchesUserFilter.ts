import { listOf } from '../protocol/page.ts';
import type { Params } from '../protocol/Params.ts';
import type { UserRow } from './UserRow.ts';
import { userKey } from './users.ts';

/** Whether a user is in a list; deleted ones only when a status filter asks for them. */
export function matchesUserFilter(row: UserRow, filter: Params | undefined): boolean {
  const [statusEqual, statuses] = [filter?.int('statusEqual'), listOf(filter?.string('statusIn'))];
  if (statusEqual === undefined && !statuses && row.status === 2) return false;
  if (!filter) return true;
  const ids = filter.string('idIn')?.split(',').map(userKey);
  const isAdmin = filter.nullableBool('isAdminEqual') ?? -1;
  const start = filter.string('idOrScreenNameStartsWith')?.toLowerCase() ?? '';
  return (
    (statusEqual ?? row.status) === row.status &&
    (statuses?.has(String(row.status)) ?? true) &&
    userKey(filter.string('idEqual') ?? row.id) === userKey(row.id) &&
    (ids?.includes(userKey(row.id)) ?? true) &&
    (isAdmin === -1 || row.isAdmin === (isAdmin === 1)) &&
    startsWith(row.email, filter.string('emailStartsWith')) &&
    startsWith(row.firstName, filter.string('firstNameStartsWith')) &&
    startsWith(row.lastName, filter.string('lastNameStartsWith')) &&
    (row.id.toLowerCase().startsWith(start) || (row.screenName ?? '').toLowerCase().startsWith(start))
  );
}

function startsWith(value: string | undefined, start: string | undefined): boolean {
  return start === undefined || (value ?? '').toLowerCase().startsWith(start.toLowerCase());
}

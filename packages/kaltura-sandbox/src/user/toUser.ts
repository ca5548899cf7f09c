import type { JsonObject } from '../protocol/json.ts';
import type { UserRow } from './UserRow.ts';

/** A user as the API shows it. One just made in this very call lacks what only a stored row has. */
export function toUser(row: UserRow, partnerId: number, { isNew = false }: { isNew?: boolean } = {}): JsonObject {
  const { country = '', description = '', ...profile } = row.profile;
  const roleId = row.isAdmin ? (isNew ? 2 : '2') : '';
  return {
    id: row.id,
    partnerId,
    screenName: row.screenName,
    fullName: `${row.firstName} ${row.lastName}`.trim(),
    email: row.email,
    country,
    description,
    tags: row.tags,
    ...profile,
    status: row.status,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    storageSize: isNew ? undefined : 0,
    lastLoginTime: row.lastLoginTime,
    statusUpdatedAt: row.statusUpdatedAt,
    userMode: 0,
    capabilities: [],
    type: isNew ? undefined : 0,
    isAdmin: row.isAdmin,
    isGuest: false,
    roleIds: roleId,
    roleNames: row.isAdmin ? 'Publisher Administrator' : '',
    isAccountOwner: false,
    firstName: row.firstName,
    lastName: row.lastName,
    loginEnabled: row.password !== undefined,
    isSsoExcluded: false,
    objectType: 'KalturaUser',
  };
}

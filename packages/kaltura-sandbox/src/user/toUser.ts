import type { JsonObject } from '../protocol/json.ts';
import type { UserRow } from './UserRow.ts';

/** A user as the API shows it. One just made in this very call lacks what only a stored row has. */
export function toUser(row: UserRow, partnerId: number, { isNew = false }: { isNew?: boolean } = {}): JsonObject {
  const { profile } = row;
  return {
    id: row.id,
    partnerId,
    screenName: row.screenName,
    fullName: `${row.firstName} ${row.lastName}`.trim(),
    email: row.email,
    country: profile['country'] ?? '',
    state: profile['state'],
    city: profile['city'],
    zip: profile['zip'],
    thumbnailUrl: profile['thumbnailUrl'],
    description: profile['description'] ?? '',
    tags: row.tags,
    status: row.status,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    partnerData: profile['partnerData'],
    storageSize: isNew ? undefined : 0,
    language: profile['language'],
    lastLoginTime: row.lastLoginTime,
    statusUpdatedAt: row.statusUpdatedAt,
    userMode: Number(profile['userMode'] ?? 0),
    capabilities: [],
    type: isNew ? undefined : 0,
    dateOfBirth: numberOf(profile['dateOfBirth']),
    gender: numberOf(profile['gender']),
    isAdmin: row.isAdmin,
    isGuest: false,
    roleIds: row.isAdmin ? (isNew ? 2 : '2') : '',
    roleNames: row.isAdmin ? 'Publisher Administrator' : '',
    isAccountOwner: false,
    firstName: row.firstName,
    lastName: row.lastName,
    loginEnabled: row.password !== undefined,
    registrationInfo: profile['registrationInfo'],
    attendanceInfo: profile['attendanceInfo'],
    title: profile['title'],
    company: profile['company'],
    isSsoExcluded: false,
    objectType: 'KalturaUser',
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number.parseInt(text, 10) || 0;
}

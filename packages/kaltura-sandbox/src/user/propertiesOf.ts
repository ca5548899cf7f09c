import { normalizeTags } from '../media/normalizeTags.ts';
import type { Params } from '../protocol/Params.ts';
import type { UserRow } from './UserRow.ts';

/** What somebody sent of a `KalturaUser`, and only that; `name__null` clears. `profile` is what there was before. */
export function propertiesOf(given: Params, profile: UserRow['profile']): Partial<UserRow> {
  const tags = given.string('tags');
  const sent = {
    screenName: given.string('screenName'),
    ...namesOf(given),
    email: given.string('email'),
    tags: tags === undefined ? undefined : normalizeTags(tags),
  };
  const present = Object.entries(sent).filter(([, value]) => value !== undefined);
  const cleared = given.cleared();
  const kept = Object.entries(profile).filter(([name]) => !cleared.includes(name));
  const written = profileNames.flatMap((name) => (given.has(name) ? [[name, given.string(name) ?? '']] : []));
  return {
    ...Object.fromEntries(cleared.filter((name) => Object.hasOwn(emptied, name)).map((name) => [name, emptied[name]])),
    ...Object.fromEntries(present),
    profile: Object.fromEntries([...kept, ...written]),
  };
}

/** A full name alone is split at its first space. */
function namesOf(given: Params): { firstName: string | undefined; lastName: string | undefined } {
  const [firstName, lastName, fullName] = ['firstName', 'lastName', 'fullName'].map((name) => given.string(name));
  if (!fullName || firstName !== undefined) return { firstName, lastName };
  const [first = '', ...rest] = fullName.trim().split(' ');
  return { firstName: first, lastName: rest.join(' ') };
}

const emptied: Readonly<Record<string, string | undefined>> = {
  screenName: undefined,
  firstName: '',
  lastName: '',
  email: undefined,
  tags: undefined,
};

/** Kept as they come; nothing here reads them. */
const profileNames =
  'country state city zip thumbnailUrl description partnerData language userMode dateOfBirth gender registrationInfo attendanceInfo title company'.split(
    ' ',
  );

import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import { listOf, pageOf } from '../protocol/page.ts';
import type { Params } from '../protocol/Params.ts';
import type { Call, Service } from '../protocol/Service.ts';
import { type ConversionProfile, ownProfileId, toConversionProfile } from './ConversionProfile.ts';
import { conversionProfilesOf, defaultProfileOf, findConversionProfile } from './conversionProfiles.ts';
import { findFlavorParams } from './flavorParams.ts';

/** Profiles of the account and of everybody, for administrators. */
export const conversionProfileService: Service = {
  name: 'conversionProfile',
  actions: {
    list: (call) => {
      const filter = call.params.object('filter', 'KalturaConversionProfileFilter');
      const found = conversionProfilesOf(call.partner).filter((profile) => accepts(profile, filter));
      const order = filter?.string('orderBy') ?? '';
      if (/^[+-]createdAt$/u.test(order)) {
        const direction = order.startsWith('-') ? -1 : 1;
        found.sort((a, b) => (a.createdAt - b.createdAt) * direction);
      }
      return pageOf(call, found, toConversionProfile, 'KalturaConversionProfileListResponse');
    },

    get: (call) => toConversionProfile(requireProfile(call)),

    getDefault: (call) => {
      const isMedia = (call.params.int('type') ?? 1) === 1;
      const profile = isMedia ? defaultProfileOf(call.partner) : undefined;
      if (!profile) throw new KalturaApiException('INTERNAL_SERVERL_ERROR');
      return toConversionProfile(profile);
    },

    add: (call) => {
      const sent = sentProfile(call);
      sent.assertInsertable();
      assertNames(sent, { isNew: true });
      const { media } = call.partner;
      const profile: ConversionProfile = {
        id: ownProfileId(call.sandbox.newNumber()),
        partnerId: call.partner.id,
        createdAt: call.sandbox.clock.now(),
        type: sent.int('type') ?? 1,
        status: sent.int('status') ?? 2,
        name: '',
        systemName: '',
        tags: '',
        description: '',
        flavorParamsIds: [],
        isDefault: false,
        conditional: false,
      };
      write(profile, sent, call);
      media.conversionProfiles.push(profile);
      // Only when the row is read again its tags are there.
      return { ...toConversionProfile(profile), tags: sent.string('tags') };
    },

    update: (call) => {
      const profile = requireOwnProfile(call);
      const sent = sentProfile(call);
      sent.assertUpdatable(toConversionProfile(profile));
      assertNames(sent, { isNew: false });
      write(profile, sent, call);
      return toConversionProfile(profile);
    },

    delete: (call) => {
      requireOwnProfile(call).status = DELETED;
      return null;
    },

    setAsDefault: (call) => {
      const profile = requireOwnProfile(call);
      for (const other of call.partner.media.conversionProfiles) other.isDefault = other === profile;
      return toConversionProfile(profile);
    },
  },
};

const DELETED = 3;

/** A profile has a name, and a system name is longer than two characters. */
function assertNames(sent: Params, { isNew }: { isNew: boolean }): void {
  if (isNew && !sent.has('name')) {
    throw new KalturaApiException('PROPERTY_VALIDATION_CANNOT_BE_NULL', { PROP_NAME: `${sent.type}::name` });
  }
  for (const [name, shortest] of [
    ['name', 1],
    ['systemName', 3],
  ] as const) {
    if ((sent.string(name)?.trim().length ?? shortest) < shortest) {
      throw new KalturaApiException('PROPERTY_VALIDATION_MIN_LENGTH', {
        PROP_NAME: `${sent.type}::${name}`,
        MIN_LEN: shortest,
      });
    }
  }
}

function write(profile: ConversionProfile, sent: Params, call: Call): void {
  const systemName = sent.string('systemName');
  const isTaken = conversionProfilesOf(call.partner).some(
    (other) => other.id !== profile.id && other.partnerId === profile.partnerId && other.systemName === systemName,
  );
  if (systemName !== undefined && systemName !== '' && isTaken) {
    throw new KalturaApiException('SYSTEM_NAME_ALREADY_EXISTS', { SYS_NAME: systemName });
  }
  const flavorIds = sent.string('flavorParamsIds');
  if (flavorIds !== undefined) profile.flavorParamsIds = readFlavorIds(flavorIds);
  profile.name = sent.string('name') ?? profile.name;
  profile.systemName = systemName ?? profile.systemName;
  profile.tags = sent.string('tags') ?? profile.tags;
  profile.description = sent.string('description') ?? profile.description;
}

function readFlavorIds(text: string): number[] {
  const ids = text
    .split(',')
    .filter((id) => id.trim() !== '')
    .map(Number);
  const unknown = ids.find((id) => !findFlavorParams(id));
  if (unknown !== undefined) throw new KalturaApiException('FLAVOR_PARAMS_ID_NOT_FOUND', { ID: unknown });
  return ids;
}

function accepts(profile: ConversionProfile, filter: Params | undefined): boolean {
  const is = (names: readonly string[], value: string | number) => {
    const wanted = listOf(names.map((name) => filter?.string(name)).find((text) => text !== undefined && text !== ''));
    return wanted?.has(String(value)) ?? true;
  };
  return (
    is(['idEqual', 'idIn'], profile.id) &&
    is(['statusEqual', 'statusIn'], profile.status) &&
    is(['typeEqual', 'typeIn'], profile.type) &&
    is(['nameEqual'], profile.name) &&
    is(['systemNameEqual', 'systemNameIn'], profile.systemName)
  );
}

function sentProfile(call: Call): Params {
  const sent = call.params.object('conversionProfile', 'KalturaConversionProfile');
  if (!sent) throw new KalturaApiException('MISSING_MANDATORY_PARAMETER', { PARAM_NAME: 'conversionProfile' });
  return sent;
}

function requireProfile(call: Call): ConversionProfile {
  const id = call.params.int('id') ?? 0;
  const profile = findConversionProfile(call.partner, id);
  if (!profile) throw new KalturaApiException('CONVERSION_PROFILE_ID_NOT_FOUND', { ID: id });
  return profile;
}

function requireOwnProfile(call: Call): ConversionProfile {
  const { id } = requireProfile(call);
  const own = call.partner.media.conversionProfiles.find((profile) => profile.id === id);
  if (!own) throw new KalturaApiException('CONVERSION_PROFILE_ID_NOT_FOUND', { ID: id });
  return own;
}

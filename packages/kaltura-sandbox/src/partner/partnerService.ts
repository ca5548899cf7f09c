import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { JsonObject } from '../protocol/json.ts';
import { pageOf } from '../protocol/page.ts';
import type { Call, Service } from '../protocol/Service.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import { findUser } from '../user/users.ts';

export const partnerService: Service = {
  name: 'partner',
  actions: {
    getInfo: ({ partner }) => toPartner(partner),

    get({ params, partner }) {
      const id = params.int('id') ?? partner.id;
      if (id !== partner.id) throw new KalturaApiException('UNKNOWN_PARTNER_ID', { PID: id });
      return toPartner(partner);
    },

    /** The accounts in which the person of this session may sign in, by the same e-mail. */
    listPartnersForUser(call) {
      return pageOf(call, accountsOf(call), toPartner, 'KalturaPartnerListResponse');
    },
  },
};

function accountsOf({ session, partner, sandbox }: Call): PartnerState[] {
  const email = findUser(partner, session.userId)?.email?.toLowerCase();
  const others = [...sandbox.partners.values()].filter((other) =>
    [...other.users.values()].some(
      (user) => user.password !== undefined && user.status === 1 && user.email?.toLowerCase() === email,
    ),
  );
  return email === undefined ? [] : others;
}

/** The account with its secrets, as Kaltura shows it to administrators; the list of player settings is left out. */
function toPartner(partner: PartnerState): JsonObject {
  return {
    id: partner.id,
    name: partner.name,
    appearInSearch: 1,
    createdAt: partner.createdAt,
    commercialUse: 0,
    type: 1,
    adultContent: 0,
    defConversionProfileType: 1001,
    notify: 0,
    status: 1,
    allowQuickEdit: 1,
    maxUploadSize: '150',
    partnerPackage: 1,
    secret: partner.userSecret,
    adminSecret: partner.adminSecret,
    allowMultiNotification: 0,
    adminLoginUsersQuota: '10',
    additionalParams: [],
    publishersQuota: 0,
    defaultEntitlementEnforcement: false,
    templatePartnerId: 0,
    ignoreSeoLinks: false,
    useTwoFactorAuthentication: false,
    useSso: false,
    blockDirectLogin: false,
    isFirstLogin: true,
    publisherEnvironmentType: 0,
    eSearchLanguages: [],
    authenticationType: 0,
    isSelfServe: false,
    recycleBinRetentionPeriod: 30,
    objectType: 'KalturaPartner',
  };
}

import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { Call, Service } from '../protocol/Service.ts';
import { cachedAnswer } from '../protocol/responseCache.ts';
import { invalidKs, revoke } from './authenticate.ts';
import { decodeKs, encodeKs } from './ks.ts';
import { Privileges } from './Privileges.ts';

const day = 86_400;

export const sessionService: Service = {
  name: 'session',
  actions: {
    start({ params, sandbox }) {
      const partnerId = params.int('partnerId') ?? 0;
      const partner = sandbox.partners.get(partnerId);
      if (!partner) throw new KalturaApiException('SERVICE_FORBIDDEN_CONTENT_BLOCKED');
      const secret = params.string('secret');
      const type = params.int('type') ?? 0;
      // The user secret opens USER sessions only, the admin secret both.
      const isRight = secret === partner.adminSecret || (secret === partner.userSecret && type !== 2);
      if (!isRight) throw new KalturaApiException('START_SESSION_ERROR', { PID: partnerId });
      const limit = new Privileges(params.string('privileges') ?? '').value('actionslimit');
      if (limit !== undefined && !(Number(limit) > 0)) throw new KalturaApiException('INVALID_ACTIONS_LIMIT');
      const expiry = sandbox.clock.now() + (params.int('expiry') ?? day);
      const fields = {
        partnerId,
        type,
        userId: params.string('userId') ?? '',
        expiry,
        privileges: params.string('privileges') ?? '',
      };
      return encodeKs(fields, partner.adminSecret);
    },

    /** An anonymous call, so the same request soon after gets the same KS, with what is left of its life. */
    startWidgetSession: (call) => cachedAnswer(call, startWidgetSession),

    end({ session, sandbox }) {
      const partner = sandbox.partners.get(session.partnerId);
      if (partner) revoke(session, partner, sandbox.clock.now());
      return null;
    },

    /** Every field is a text. The asked-about session need not hold any more. */
    get({ params, session, sandbox }) {
      const ks = params.string('session') || session.ks;
      const fields = decodeKs(ks, (partnerId) => sandbox.partners.get(partnerId)?.adminSecret);
      if (!fields) throw invalidKs(ks);
      return {
        sessionType: String(fields.type),
        partnerId: String(fields.partnerId),
        userId: fields.userId,
        expiry: String(fields.expiry),
        privileges: fields.privileges,
        objectType: 'KalturaSessionInfo',
      };
    },

    /** For Kaltura's own accounts only. */
    impersonate({ params }) {
      throw new KalturaApiException('START_SESSION_ERROR', { PID: params.int('partnerId') ?? 0 });
    },
  },
};

function startWidgetSession({ params, sandbox }: Call) {
  const widgetId = params.string('widgetId') ?? '';
  const partner = sandbox.partners.get(Number(/^_(\d+)$/.exec(widgetId)?.[1]));
  if (!partner) throw new KalturaApiException('INVALID_WIDGET_ID', { WIDGET_ID: widgetId });
  const expiry = sandbox.clock.now() + Math.min(params.int('expiry') ?? day, day);
  const fields = { partnerId: partner.id, type: 0, userId: '0', expiry, privileges: 'view:*,widget:1' };
  return {
    partnerId: partner.id,
    ks: encodeKs(fields, partner.adminSecret),
    userId: 0,
    objectType: 'KalturaStartWidgetSessionResponse',
  };
}

import type { KalturaSessionAnswer } from '../exchange/kalturaSessionAnswer.ts';
import { toList, toRecord, UnexpectedShape } from '../services/read.ts';
import { toServiceUrl } from '../urls/allowedUrl.ts';
import type { KalturaSession } from './KalturaSession.ts';

/**
 * The token exchange's answer as a session on the local clock. Accepts what `kalturaSessionAnswerSchema` accepts; written
 * out, because the schema library would be a fifth of what a page loads for browsing.
 *
 * @throws UnexpectedShape
 */
export function readSessionAnswer(json: unknown, clock: { asked: number; jitter: number }): KalturaSession {
  const answer: Partial<Record<keyof KalturaSessionAnswer, unknown>> = toRecord(json, 'answer');
  const kaltura: Partial<Record<keyof KalturaSessionAnswer['kaltura'], unknown>> = toRecord(answer.kaltura, 'kaltura');
  const serviceUrl = toServiceUrl(text(kaltura.service_url));
  if (serviceUrl === null) throw new UnexpectedShape('service_url is no safe address');
  const profile = kaltura.conversion_profile_id;
  return {
    ks: text(answer.access_token),
    serviceUrl,
    partnerId: count(kaltura.partner_id),
    userId: text(kaltura.user_id),
    hosts: toList(kaltura.hosts, 'hosts').map(text),
    conversionProfileId: profile === null ? null : count(profile),
    canListAll: flag(kaltura.can_list_all),
    canUpload: flag(kaltura.can_upload),
    expiresAt: clock.asked + count(answer.expires_in) * 1000,
    // Up to a tenth earlier, so that a thousand tabs opened together do not refresh together.
    refreshAt: clock.asked + count(answer.refresh_in) * 1000 * (1 - clock.jitter / 10),
  };
}

function text(value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.length <= 4096) return value;
  throw new UnexpectedShape('a text is missing');
}

function count(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new UnexpectedShape('a number is missing');
}

function flag(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new UnexpectedShape('a flag is missing');
}

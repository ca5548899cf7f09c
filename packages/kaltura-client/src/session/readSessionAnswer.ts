import type { KalturaSessionAnswer } from '../exchange/kalturaSessionAnswer.ts';
import type { PlaybackSessionAnswer } from '../exchange/playbackSessionAnswer.ts';
import { toList, toRecord, UnexpectedShape } from '../services/read.ts';
import { toServiceUrl } from '../urls/allowedUrl.ts';
import type { KalturaSession } from './KalturaSession.ts';

interface LocalClock {
  /** When the answer was asked for, in milliseconds since 1970. */
  asked: number;
  /** 0 ≤ x < 1. */
  jitter: number;
}

/**
 * The token exchange's answer as a session on the local clock. Accepts what `kalturaSessionAnswerSchema` accepts; written
 * out, because the schema library would be a fifth of what a page loads for browsing.
 *
 * @throws UnexpectedShape
 */
export function readSessionAnswer(json: unknown, clock: LocalClock): KalturaSession {
  const answer: Members<KalturaSessionAnswer> = toRecord(json, 'answer');
  const kaltura: Members<KalturaSessionAnswer['kaltura']> = toRecord(answer.kaltura, 'kaltura');
  const profile = kaltura.conversion_profile_id;
  return {
    ...readGrant(answer, kaltura, clock),
    conversionProfileId: profile === null ? null : count(profile),
    canListAll: flag(kaltura.can_list_all),
    canUpload: flag(kaltura.can_upload),
  };
}

/**
 * The token exchange's answer as a session that plays this one entry. Accepts what `playbackSessionAnswerSchema` accepts.
 *
 * @throws UnexpectedShape
 */
export function readPlaybackAnswer(json: unknown, entryId: string, clock: LocalClock): KalturaSession {
  const answer: Members<PlaybackSessionAnswer> = toRecord(json, 'answer');
  const kaltura: Members<PlaybackSessionAnswer['kaltura']> = toRecord(answer.kaltura, 'kaltura');
  if (kaltura.entry_id !== entryId) throw new UnexpectedShape('the session is for another entry');
  return { ...readGrant(answer, kaltura, clock), conversionProfileId: null, canListAll: false, canUpload: false };
}

type Members<TAnswer> = Partial<Record<keyof TAnswer, unknown>>;
type Grant = Omit<KalturaSession, 'conversionProfileId' | 'canListAll' | 'canUpload'>;

function readGrant(
  answer: Members<KalturaSessionAnswer | PlaybackSessionAnswer>,
  kaltura: Members<KalturaSessionAnswer['kaltura'] | PlaybackSessionAnswer['kaltura']>,
  clock: LocalClock,
): Grant {
  const serviceUrl = toServiceUrl(text(kaltura.service_url));
  if (serviceUrl === null) throw new UnexpectedShape('service_url is no safe address');
  return {
    ks: text(answer.access_token),
    serviceUrl,
    partnerId: count(kaltura.partner_id),
    userId: text(kaltura.user_id),
    hosts: toList(kaltura.hosts, 'hosts').map(text),
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

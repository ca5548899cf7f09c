import { systemClock } from '../api/Clock.ts';
import type { CallOptions } from '../api/KalturaRequest.ts';
import { defaultRetry, retrying } from '../api/retrying.ts';
import { HostTokenError } from '../errors.ts';
import { createExchangeCaller, type ExchangeAccess } from '../exchange/createExchangeCaller.ts';
import { readExchangeAnswer } from '../exchange/readExchangeAnswer.ts';
import { type StatusAnswer, statusAnswerSchema } from '../exchange/statusAnswer.ts';
import type { AccountStatus } from './AccountStatus.ts';

/**
 * Asks the token exchange whether Kaltura works for the person in this hub, and as whom. Opens no session and creates no
 * user; `checkAccount` really tries.
 *
 * @throws ExchangeError (`plan_not_entitled` …), NetworkError or UpstreamError, HostTokenError
 */
export async function readAccountStatus(access: ExchangeAccess, { signal }: CallOptions = {}): Promise<AccountStatus> {
  const call = createExchangeCaller(access);
  const answer = await retrying(() => call({ method: 'GET', path: '/v1/status', signal }), {
    retry: defaultRetry,
    clock: access.clock ?? systemClock,
    random: Math.random,
    signal,
    mayRetry: (error) => !(error instanceof HostTokenError),
  });
  return toAccountStatus(readExchangeAnswer(statusAnswerSchema, answer), answer.headers.get('x-request-id'));
}

function toAccountStatus(answer: StatusAnswer, requestId: string | null): AccountStatus {
  const { user, kaltura } = answer;
  return {
    connection: answer.connection,
    problem: answer.problem,
    expectedUserId: answer.expected_user_id,
    user: user && { id: user.id, origin: user.origin, since: Date.parse(user.since) },
    account: kaltura && {
      serviceUrl: kaltura.service_url,
      partnerId: kaltura.partner_id,
      canListAll: kaltura.can_list_all,
      canUpload: kaltura.can_upload,
      checkedAt: kaltura.checked_at === null ? null : Date.parse(kaltura.checked_at),
    },
    requestId,
  };
}

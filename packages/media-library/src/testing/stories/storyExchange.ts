import { exchangeErrors, type ExchangeErrorCode, type StatusAnswer } from '@spaces-kaltura/client/exchange';
import { http, HttpResponse, type HttpHandler } from 'msw';
import { exchangeUrl } from './StoryKaltura.ts';

/** What the exchange says of one hub: its status, or the problem it answers with. */
export type StoryAnswer = Partial<StatusAnswer> | { readonly refused: ExchangeErrorCode };

/** The host of a story signs with nothing but the hub's id, by which the story's exchange knows which hub is asked for. */
export const signWithHub = ({ hub }: { hub: string }): Promise<string> => Promise.resolve(hub);

const server_time = '2026-11-26T09:30:00.000Z';

const working: StatusAnswer = {
  connection: 'ok',
  problem: null,
  expected_user_id: 'ada@atelier-nord.example',
  user: { id: 'ada@atelier-nord.example', origin: 'created', since: '2026-11-03T08:15:00.000Z' },
  kaltura: {
    service_url: 'https://www.kaltura.com',
    partner_id: 1234567,
    conversion_profile_id: null,
    can_list_all: false,
    can_upload: true,
    checked_at: '2026-11-26T09:12:00.000Z',
  },
  server_time,
};

/** A hub that works, but for this. */
export const statusWith = (
  more: Partial<Omit<StatusAnswer, 'kaltura'>> & { kaltura?: Partial<StatusAnswer['kaltura']> | null } = {},
): StatusAnswer => ({
  ...working,
  ...more,
  kaltura: more.kaltura === null ? null : ({ ...working.kaltura, ...more.kaltura } as StatusAnswer['kaltura']),
});

/** An exchange that answers what each hub's status is, and every request for a session as `sessions` says. */
export function storyExchange(
  hubs: Readonly<Record<string, StoryAnswer>>,
  sessions: ExchangeErrorCode = 'upstream_unavailable',
): HttpHandler[] {
  const answer = (hub: string): Response => {
    const said = hubs[hub] ?? { refused: 'not_found' };
    if ('refused' in said) return problem(said.refused);
    return HttpResponse.json(said, { headers: { 'X-Request-Id': '01JD4B9Z7QAMKX3V' } });
  };
  return [
    http.get(`${exchangeUrl}/v1/status`, ({ request }) =>
      answer((request.headers.get('authorization') ?? '').replace('Bearer ', '')),
    ),
    http.post(`${exchangeUrl}/v1/kaltura-session`, () => problem(sessions)),
  ];
}

function problem(code: ExchangeErrorCode): Response {
  const { status, retriable, nextStep, fixBy } = exchangeErrors[code];
  return HttpResponse.json(
    {
      type: `urn:spaces-kaltura:problem:${code}`,
      title: code,
      status,
      code,
      retriable,
      next_step: nextStep,
      fix_by: fixBy,
      instance: 'urn:request:01JD4B9Z7QAMKX3V',
    },
    // Asked to wait this long, nobody tries again by themselves: the story comes to its point.
    { status, headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '60' } },
  );
}

import {
  exchangeErrors,
  type AuditRow,
  type ConnectionAnswer,
  type ConnectionInput,
  type ConnectionTestAnswer,
  type ExchangeErrorCode,
  type GuidedConnectInput,
  type KalturaAccount,
  type RotationInput,
  type StoredAppToken,
} from '@spaces-kaltura/client/exchange';
import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import { kalturaRegions } from '../../settings/connection/kalturaRegions.ts';
import { allGreen, connected, profiles } from './settingsSamples.ts';
import { exchangeUrl, type StoryKaltura } from './StoryKaltura.ts';

/** What a hub admin may ask, by the words that a story uses for it. */
export type AdminCall =
  | 'read'
  | 'save'
  | 'test'
  | 'pause'
  | 'resume'
  | 'rotate'
  | 'endRotation'
  | 'disconnect'
  | 'history'
  | 'services'
  | 'signIn'
  | 'account'
  | 'connect';

export interface StorySettings {
  /** Null: the hub is not connected. */
  connection?: ConnectionAnswer | null;
  /** What tests find, one after the other; the last one stays. */
  tests?: readonly ConnectionTestAnswer[];
  history?: readonly AuditRow[];
  accounts?: readonly KalturaAccount[];
  /** What the operator allows. */
  services?: readonly string[];
  /** How the exchange answers instead: with an error, each time or (`once`) the first time only, or not at all. */
  instead?: Partial<Record<AdminCall, ExchangeErrorCode | { once: ExchangeErrorCode } | 'never'>>;
  /** What somebody else makes of the connection in the moment in which this admin saves. */
  meanwhile?: ConnectionAnswer | null;
  hub?: { id: string; name: string };
  userId?: string;
}

/**
 * A hub's settings with an exchange behind them that remembers what it is told: enough of one for stories. How the real
 * one behaves is tested with the real one.
 */
export function openSettings(story: StorySettings = {}): StoryKaltura {
  let connection = story.connection === undefined ? connected : story.connection;
  const { tests = [allGreen], history = [], accounts = [{ partner_id: 4711, name: 'Atelier Nord' }] } = story;
  const { services = [...Object.values(kalturaRegions), connection?.service_url ?? 'https://kaltura.example'] } = story;
  const instead = { ...story.instead };
  let { meanwhile } = story;
  let tested = 0;

  /** Answers as the story wants it, or else as an exchange would. */
  const on = (
    call: AdminCall,
    method: 'get' | 'put' | 'post' | 'delete',
    path: string,
    answer: (request: Request) => Promise<Response> | Response,
  ): HttpHandler =>
    http[method](`${exchangeUrl}/v1/admin/${path}`, async ({ request }) => {
      const other = instead[call];
      if (other === 'never') return delay('infinite').then(() => HttpResponse.error());
      if (other !== undefined) {
        if (typeof other === 'object') delete instead[call];
        return refuse(typeof other === 'object' ? other.once : other);
      }
      return answer(request);
    });

  /** Writes name the version they change. */
  const write = (request: Request, change: () => ConnectionAnswer | null): Response => {
    if (meanwhile !== undefined) {
      connection = meanwhile;
      meanwhile = undefined;
    }
    const fits =
      connection === null
        ? request.headers.get('if-none-match') === '*'
        : request.headers.get('if-match') === `"${connection.version}"`;
    if (!fits) return refuse('changed_meanwhile');
    connection = change();
    return connection === null ? new HttpResponse(null, { status: 204 }) : HttpResponse.json(connection);
  };
  const next = (change: Partial<ConnectionAnswer>): ConnectionAnswer => ({
    ...connected,
    ...connection,
    ...change,
    version: (connection?.version ?? 0) + 1,
  });

  const handlers = [
    on('read', 'get', 'connection', () => (connection ? HttpResponse.json(connection) : refuse('not_connected'))),
    on('save', 'put', 'connection', async (request) => {
      const input = (await request.json()) as ConnectionInput;
      return write(request, () => next(toConnection(input, connection)));
    }),
    on('disconnect', 'delete', 'connection', (request) => write(request, () => null)),
    on('test', 'post', 'connection/test', () => HttpResponse.json(tests[Math.min(tested++, tests.length - 1)])),
    on('pause', 'put', 'connection/pause', (request) =>
      write(request, () => next({ paused_since: connected.server_time })),
    ),
    on('resume', 'delete', 'connection/pause', (request) => write(request, () => next({ paused_since: null }))),
    on('rotate', 'put', 'connection/rotation', async (request) => {
      const { purpose, token } = (await request.json()) as RotationInput;
      return write(request, () => {
        const former = connection?.tokens[purpose] ?? connected.tokens.editor;
        const tokens = { ...(connection ?? connected).tokens, [purpose]: toStored(token, former) };
        const until = '2026-11-27T09:30:00.000Z';
        return next({ tokens, rotations: [{ purpose, former, until, former_serves_since: null }] });
      });
    }),
    on('endRotation', 'delete', 'connection/rotation', (request) => write(request, () => next({ rotations: [] }))),
    on('history', 'get', 'audit', (request) => {
      const query = new URL(request.url).searchParams;
      const limit = Number(query.get('limit') ?? '50');
      const from = history.findIndex(({ id }) => id === query.get('before')) + 1;
      const rows = history.slice(from, from + limit);
      return HttpResponse.json({ rows, next: from + limit < history.length ? (rows.at(-1)?.id ?? null) : null });
    }),
    on('services', 'get', 'services', () => HttpResponse.json({ service_urls: services })),
    on('signIn', 'post', 'guided/sign-in', () => HttpResponse.json({ handle: 'handle-1', expires_in: 600, accounts })),
    on('account', 'post', 'guided/account', async (request) => {
      const { partner_id: id } = (await request.json()) as { partner_id: number };
      const account = accounts.find(({ partner_id }) => partner_id === id);
      return HttpResponse.json({ handle: 'handle-2', expires_in: 580, account, conversion_profiles: profiles });
    }),
    on('connect', 'post', 'guided/connect', async (request) => {
      const input = (await request.json()) as GuidedConnectInput;
      return write(request, () => next({ conversion_profile_id: input.conversion_profile_id }));
    }),
  ];
  return {
    hub: story.hub ?? { id: 'atelier-nord', name: 'Atelier Nord' },
    userId: story.userId ?? 'ada@atelier-nord.example',
    access: { exchangeUrl, getHostToken: () => Promise.resolve('host-token') },
    handlers,
  };
}

function refuse(code: ExchangeErrorCode): Response {
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
      instance: 'urn:request:01JD4B9Z7Q',
    },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

const toStored = (
  token: { id: string; hash_type: StoredAppToken['hash_type'] },
  before: StoredAppToken,
): StoredAppToken => ({
  ...before,
  id: token.id,
  hash_type: token.hash_type,
  fingerprint: '0badcafe',
  set_at: connected.server_time,
});

function toConnection(input: ConnectionInput, before: ConnectionAnswer | null): Partial<ConnectionAnswer> {
  const { editor, player } = input.tokens;
  return {
    service_url: input.service_url,
    partner_id: input.partner_id,
    user_id_mapping: input.user_id_mapping ?? 'email',
    conversion_profile_id: input.conversion_profile_id ?? null,
    accepted_privileges: input.accepted_privileges ?? [],
    tokens: {
      editor: toStored(editor, before?.tokens.editor ?? connected.tokens.editor),
      player: player ? toStored(player, before?.tokens.player ?? connected.tokens.editor) : null,
    },
    ...(before === null && { can_list_all: null, can_upload: null, granted_privileges: null, checked_at: null }),
  };
}

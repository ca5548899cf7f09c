import { randomUUID } from 'node:crypto';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import { AddItemsSchema, SignInSchema, TokenRequestSchema, type Config, type Persona } from '../src/host/wire.ts';
import type { HostTokenSigner } from './hostTokens.ts';
import { findHub, findPersona, hubs, hubsOf, personas } from './people.ts';
import type { SpaceStore } from './spaceStore.ts';

interface HostEnv {
  Variables: { persona: Persona };
}

/**
 * The host's own API under `/host`: who is signed in, what hangs in the spaces, and signed host tokens.
 * It knows people and spaces and no Kaltura secret at all; those are the token exchange's.
 */
export function createHostApp(options: {
  origins: readonly string[];
  exchangeUrl: string;
  mediaHosts: readonly string[];
  kaltura: Config['kaltura'];
  signer: HostTokenSigner;
  spaces: SpaceStore;
  /** Unix seconds. */
  now?: () => number;
}): Hono<HostEnv> {
  const { exchangeUrl, signer, spaces, now = unixNow } = options;
  const sessions = new Map<string, { persona: string; authTime: number }>();
  const app = new Hono<HostEnv>().basePath('/host');
  app.use(ownPageOnly(options.origins));
  app.use(bodyLimit({ maxSize: 1_000_000, onError: (c) => refuse(c, 413, 'That is too much at once.') }));

  const sessionOf = (c: Context) => sessions.get(getCookie(c, 'spaces_session') ?? '');
  const sessionPersona = (c: Context): Persona | undefined => findPersona(sessionOf(c)?.persona ?? '');

  app.get('/config', (c) => {
    const config: Config = {
      exchangeUrl,
      mediaHosts: [...options.mediaHosts],
      kaltura: options.kaltura,
      hubs: [...hubs],
      personas: [...personas],
      signedInAs: sessionPersona(c)?.id ?? null,
    };
    return c.json(config);
  });

  app.post('/session', async (c) => {
    const body = v.safeParse(SignInSchema, await readJson(c));
    const persona = body.success ? findPersona(body.output.persona) : undefined;
    if (persona === undefined) return refuse(c, 422, 'There is no such person in the demo.');
    const id = randomUUID();
    sessions.set(id, { persona: persona.id, authTime: now() });
    setCookie(c, 'spaces_session', id, { httpOnly: true, sameSite: 'Strict', path: '/host' });
    return c.json(persona);
  });

  app.delete('/session', (c) => {
    sessions.delete(getCookie(c, 'spaces_session') ?? '');
    return c.body(null, 204);
  });

  app.use('*', async (c, next) => {
    const persona = sessionPersona(c);
    if (persona === undefined) return refuse(c, 401, 'Sign in first.');
    c.set('persona', persona);
    return next();
  });

  /** They prove once more who they are; in this demo a word of theirs is enough. */
  app.post('/session/confirm', (c) => {
    const session = sessionOf(c);
    if (session !== undefined) session.authTime = now();
    return c.body(null, 204);
  });

  app.post('/token', async (c) => {
    const body = v.safeParse(TokenRequestSchema, await readJson(c));
    const hub = body.success ? findHub(body.output.hub) : undefined;
    const persona = c.var.persona;
    if (!body.success || hub === undefined || !hubsOf(persona).includes(hub.id)) {
      return refuse(c, 403, 'You are not in that hub.');
    }
    // Whoever is in a hub may see all of its spaces, so they may play whatever hangs there.
    const { entryId } = body.output;
    const entries = entryId !== undefined && spaces.shows(hub.id, entryId) ? [entryId] : [];
    const authTime = sessionOf(c)?.authTime ?? 0;
    return c.json({ token: await signer.sign({ persona, hub, authTime, entries }) });
  });

  app.get('/spaces', (c) => c.json({ spaces: spaces.list(c.var.persona.hub) }));

  app.post('/spaces/:space/items', async (c) => {
    const body = v.safeParse(AddItemsSchema, await readJson(c));
    if (!body.success) return refuse(c, 422, 'That cannot hang in a space.');
    const { hub, name } = c.var.persona;
    const space = spaces.add(hub, c.req.param('space'), name, body.output.items);
    if (space === undefined) return refuse(c, 404, 'Your hub has no such space.');
    return space === 'full' ? refuse(c, 409, 'This space has no room left.') : c.json(space);
  });

  app.delete('/spaces/:space/items/:item', (c) => {
    const space = spaces.remove(c.var.persona.hub, c.req.param('space'), c.req.param('item'));
    return space === undefined ? refuse(c, 404, 'Your hub has no such space.') : c.json(space);
  });

  app.all('*', (c) => refuse(c, 404, 'There is nothing here.'));
  return app;
}

const unixNow = (): number => Math.floor(Date.now() / 1000);

/**
 * Answers only what our own page asks: a foreign page cannot post with the visitor's cookie, and a foreign name that
 * resolves to this machine cannot read.
 */
function ownPageOnly(origins: readonly string[]): MiddlewareHandler {
  const hosts = new Set(origins.map((origin) => new URL(origin).host));
  return async (c, next) => {
    const origin = c.req.header('origin');
    const ours = hosts.has(c.req.header('host') ?? '') && (origin === undefined || origins.includes(origin));
    if (!ours) return refuse(c, 403, 'This address is for the demo’s own page.');
    c.header('cache-control', 'no-store');
    return next();
  };
}

async function readJson(c: Context): Promise<unknown> {
  return c.req.json().catch(() => undefined);
}

function refuse(c: Context, status: 401 | 403 | 404 | 409 | 413 | 422, message: string): Response {
  return c.json({ message }, status);
}

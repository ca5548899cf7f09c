import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { createHostApp } from './hostApp.ts';
import { createHostTokenSigner } from './hostTokens.ts';
import { createSpaceStore } from './spaceStore.ts';

const ORIGIN = 'http://127.0.0.1:5173';
const hung = {
  addedBy: 'Ada Lindqvist',
  item: { kind: 'poster' as const, shape: 'arch' as const, color: 'sea' as const, title: 'The poster' },
};

/** A host with everybody's cookie jar: `ask` answers as the page's own requests would be answered. */
async function createHost() {
  const clock = { now: 1_800_000_000 };
  const signer = await createHostTokenSigner({ issuer: ORIGIN, audience: 'exchange' });
  const app = createHostApp({
    origins: [ORIGIN],
    exchangeUrl: 'http://127.0.0.1:8787',
    mediaHosts: [],
    kaltura: { serviceUrl: 'http://127.0.0.1:8788', admin: { email: '', password: '' }, accounts: [] },
    now: () => clock.now,
    signer,
    spaces: createSpaceStore([
      { hub: 'atelier-nord', id: 'winter-show', name: 'Winter show', about: '', items: [hung] },
    ]),
  });
  let cookie = '';
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(`${ORIGIN}/host/${path}`, {
      method,
      headers: { host: '127.0.0.1:5173', cookie, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await response.text();
    return { status: response.status, headers: response.headers, answer: text === '' ? null : JSON.parse(text) };
  };
  return { ask, clock, signer, signIn: (persona: string) => ask('POST', 'session', { persona }) };
}

describe('host tokens', () => {
  it('are signed for the signed-in person, in their hub, for the exchange, for two minutes', async () => {
    const { ask, signIn, signer } = await createHost();
    await signIn('ada');
    const { answer } = await ask('POST', 'token', { hub: 'atelier-nord' });
    const { payload, protectedHeader } = await jwtVerify(
      answer.token,
      createLocalJWKSet({ keys: [signer.publicKey] }),
      { issuer: ORIGIN, audience: 'exchange', typ: 'spaces-kaltura+jwt', algorithms: ['ES256'] },
    );
    expect(protectedHeader.kid).toBe(signer.publicKey.kid);
    expect(payload).toMatchObject({
      sub: 'ada',
      hub: 'atelier-nord',
      plan: 'enterprise',
      role: 'hub_admin',
      email: 'ada@atelier-nord.example',
      email_verified: true,
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(120);
  });

  it('name the entry that shall be played, if it hangs in a space of the hub', async () => {
    const { ask, signIn, signer } = await createHost();
    await signIn('bruno');
    const keys = createLocalJWKSet({ keys: [signer.publicKey] });
    const entriesFor = async (body: object) => {
      const { answer } = await ask('POST', 'token', { hub: 'atelier-nord', ...body });
      return (await jwtVerify(answer.token, keys)).payload['entries'];
    };
    expect(await entriesFor({})).toBeUndefined();
    expect(await entriesFor({ entryId: '0_atrium' })).toBeUndefined();
    await ask('POST', 'spaces/winter-show/items', { items: [{ kind: 'kaltura', reference: { entryId: '0_atrium' } }] });
    expect(await entriesFor({ entryId: '0_atrium' })).toEqual(['0_atrium']);
    expect(await entriesFor({ entryId: '*' })).toBeUndefined();

    await signIn('dinah');
    const { answer } = await ask('POST', 'token', { hub: 'universite-delta', entryId: '0_atrium' });
    expect((await jwtVerify(answer.token, keys)).payload['entries']).toBeUndefined();
  });

  it('are different each time', async () => {
    const { ask, signIn } = await createHost();
    await signIn('bruno');
    const first = await ask('POST', 'token', { hub: 'atelier-nord' });
    const second = await ask('POST', 'token', { hub: 'atelier-nord' });
    expect(first.answer.token).not.toBe(second.answer.token);
  });

  it('are signed for the other hubs somebody is in too, where they are plain participants', async () => {
    const { ask, signIn } = await createHost();
    await signIn('chiara');
    const { answer } = await ask('POST', 'token', { hub: 'universite-delta' });
    expect(decodeJwt(answer.token)).toMatchObject({ sub: 'chiara', hub: 'universite-delta', plan: 'university' });
    expect(decodeJwt(answer.token)['role']).toBe('participant');
  });

  it.each([
    ['of somebody else', { hub: 'universite-delta' }],
    ['that does not exist', { hub: 'nowhere' }],
    ['that is no text', { hub: 7 }],
  ])('are not signed for a hub %s', async (_, body) => {
    const { ask, signIn } = await createHost();
    await signIn('bruno');
    expect((await ask('POST', 'token', body)).status).toBe(403);
  });

  it('are not signed for nobody, nor after leaving', async () => {
    const { ask, signIn } = await createHost();
    expect((await ask('POST', 'token', { hub: 'atelier-nord' })).status).toBe(401);
    await signIn('bruno');
    await ask('DELETE', 'session');
    expect((await ask('POST', 'token', { hub: 'atelier-nord' })).status).toBe(401);
  });

  it('are not signed for a page of another origin, nor under another name of this machine', async () => {
    const { ask, signIn } = await createHost();
    await signIn('bruno');
    const body = { hub: 'atelier-nord' };
    expect((await ask('POST', 'token', body, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('POST', 'token', body, { host: 'evil.example:5173' })).status).toBe(403);
  });
});

describe('a sign-in', () => {
  it('is as old as it is, until somebody proves again who they are', async () => {
    const { ask, clock, signIn } = await createHost();
    const authTime = async () =>
      decodeJwt((await ask('POST', 'token', { hub: 'atelier-nord' })).answer.token)['auth_time'];
    await signIn('ada');
    clock.now += 3600;
    expect(await authTime()).toBe(1_800_000_000);
    expect((await ask('POST', 'session/confirm')).status).toBe(204);
    expect(await authTime()).toBe(1_800_003_600);
    await ask('DELETE', 'session');
    expect((await ask('POST', 'session/confirm')).status).toBe(401);
  });
});

describe('signing in', () => {
  it('is remembered in a cookie that scripts cannot read and other sites do not send', async () => {
    const { signIn, ask } = await createHost();
    const { headers } = await signIn('chiara');
    expect(headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect(headers.get('set-cookie')).toMatch(/SameSite=Strict/);
    expect((await ask('GET', 'config')).answer.signedInAs).toBe('chiara');
  });

  it('is refused for somebody who is not in the demo', async () => {
    const { signIn } = await createHost();
    expect((await signIn('mallory')).status).toBe(422);
  });
});

describe('spaces', () => {
  it('keep what was hung, for everybody of the hub', async () => {
    const { ask, signIn } = await createHost();
    await signIn('bruno');
    const items = [{ kind: 'poster', shape: 'sun', color: 'coral', title: 'Sun' }];
    await ask('POST', 'spaces/winter-show/items', { items });
    await signIn('chiara');
    const { spaces } = (await ask('GET', 'spaces')).answer;
    expect(spaces[0].items.at(-1)).toMatchObject({ title: 'Sun', addedBy: 'Bruno Keller' });
  });

  it('forget what was taken down', async () => {
    const { ask, signIn } = await createHost();
    await signIn('bruno');
    const { spaces } = (await ask('GET', 'spaces')).answer;
    const { answer } = await ask('DELETE', `spaces/winter-show/items/${spaces[0].items[0].id}`);
    expect(answer.items).toHaveLength(spaces[0].items.length - 1);
  });

  it('of another hub are not there', async () => {
    const { ask, signIn } = await createHost();
    await signIn('dinah');
    const { spaces } = (await ask('GET', 'spaces')).answer;
    expect(spaces.map(({ id }: { id: string }) => id)).not.toContain('winter-show');
    const items = [{ kind: 'poster', shape: 'sun', color: 'coral', title: 'Sun' }];
    expect((await ask('POST', 'spaces/winter-show/items', { items })).status).toBe(404);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', { items: [] }],
    ['an unknown kind', { items: [{ kind: 'hologram', title: 'x' }] }],
    ['a script as link', { items: [{ kind: 'link', url: 'javascript:alert(1)', title: 'x' }] }],
    ['a title of 10 kB', { items: [{ kind: 'link', url: 'https://a.example/', title: 'x'.repeat(10_000) }] }],
  ])('refuse %s', async (_, body) => {
    const { ask, signIn } = await createHost();
    await signIn('bruno');
    expect((await ask('POST', 'spaces/winter-show/items', body)).status).toBe(422);
  });

  it('refuse more than a megabyte', async () => {
    const { ask, signIn } = await createHost();
    await signIn('bruno');
    const body = { items: [{ kind: 'kaltura', reference: { name: 'x'.repeat(1_100_000) } }] };
    const size = { 'content-length': String(JSON.stringify(body).length) };
    expect((await ask('POST', 'spaces/winter-show/items', body, size)).status).toBe(413);
  });

  it('have an end', async () => {
    const { ask, signIn } = await createHost();
    await signIn('bruno');
    const items = Array.from({ length: 100 }, () => ({ kind: 'poster', shape: 'sun', color: 'coral', title: 'Sun' }));
    const statuses = [];
    for (let round = 0; round < 5; round += 1) {
      statuses.push((await ask('POST', 'spaces/winter-show/items', { items })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 409]);
  });
});

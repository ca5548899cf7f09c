import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestExchange, playerToken, userToken } from './testing/createTestExchange.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spaces-kaltura-canary-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A secret as it could turn up: as it is, or encoded once. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('hex'),
    // Without its ends, which depend on what stands beside it.
    bytes.toString('base64').slice(2, -4),
    bytes.toString('base64url').slice(2, -4),
    Buffer.from(bytes).reverse().toString(),
  ];
}

describe('no secret', () => {
  it('is in a log, an error, an answer but the one that hands out the KS, or the database', async () => {
    const key = randomBytes(32);
    const test = await createTestExchange({
      database: { sqlite: join(directory, 'exchange.db') },
      keyRing: [{ kid: 'k1', key }],
      appToken: null,
    });
    const secrets = new Set<string>([key.toString('base64'), key.toString('hex')]);
    const seen: string[] = [];
    const forbidden = (text: string) =>
      [...secrets].filter((secret) => formsOf(secret).some((form) => text.includes(form)));

    test.intercept = async (_, request) => {
      // Kaltura's own world: every KS and every proof that goes to it is a secret.
      const fields = new URLSearchParams(await request.text());
      for (const name of ['ks', 'tokenHash']) secrets.add(fields.get(name) ?? key.toString('hex'));
      return undefined;
    };
    const ask = async (claims?: Record<string, unknown>, body?: unknown): Promise<void> => {
      const answer = await test.session(claims, body);
      const { access_token, ...rest } = answer.body;
      if (access_token) secrets.add(access_token);
      seen.push(JSON.stringify(rest), JSON.stringify([...answer.headers]));
      seen.push(JSON.stringify((await test.status(claims)).body));
    };

    for (const hashType of ['MD5', 'SHA1', 'SHA256', 'SHA512'] as const) {
      secrets.add((await test.connect({ ...userToken, hashType })).token);
      await ask();
    }
    await ask({}, { stale: '0123456789abcdef' });
    secrets.add((await test.connect({ ...userToken, sessionType: 2 })).token);
    await ask({ sub: 'u2', email: 'bruno@uni.example' });
    secrets.add((await test.connect({ ...userToken, expiry: 1 })).token);
    await ask({ sub: 'u2', email: 'bruno@uni.example' });

    // Kaltura repeating what it was sent, in every way it knows.
    secrets.add((await test.connect(userToken)).token);
    const remember = test.intercept;
    let turn = 0;
    for (const step of ['appToken.startSession', 'user.get']) {
      test.intercept = async (action, request) => {
        const text = await request.clone().text();
        await remember(action, request);
        if (action !== step) return undefined;
        const ks = new URLSearchParams(text).get('ks') ?? '';
        const codes = [
          'INVALID_KS',
          'INVALID_APP_TOKEN_HASH',
          'APP_TOKEN_ID_NOT_FOUND',
          'SERVICE_FORBIDDEN',
          'STRANGE',
        ];
        const code = codes[turn % codes.length];
        const message = `Invalid KS "${ks}" and ${text}`;
        return turn % 2 === 0
          ? Response.json({
              code,
              message,
              objectType: 'KalturaAPIException',
              args: { KSID: ks, ERR_CODE: '-1', TEXT: text },
            })
          : new Response(`<html>${text}</html>`, { status: turn % 3 === 0 ? 500 : 200 });
      };
      for (let index = 0; index < 10; index++) {
        turn += 1;
        await ask({ sub: `v${turn}`, email: `v${turn}@uni.example` });
        await test.advance(15);
      }
    }
    const token = await test.host.token();
    secrets.add(token);
    for (const headers of [
      { authorization: token },
      { authorization: `Bearer ${token}x` },
      { authorization: `Bearer ${token}` },
    ]) {
      const answer = await test.request(`/v1/status?token=${token.slice(0, 20)}`, { headers });
      seen.push(JSON.stringify(answer.body));
    }

    const editor = { id: '0_x', secret: [...secrets][2] ?? '', hashType: 'MD5' } as const;
    const store = test.exchange.connections.store({
      hub: 'x',
      serviceUrl: 'https://evil.example',
      partnerId: 1,
      tokens: { editor },
    });
    seen.push(inspect(await Promise.allSettled([store]), { depth: 9, showHidden: true }));

    await test.exchange.close();
    const files = await Promise.all(
      (await readdir(directory, { withFileTypes: true }))
        .filter((file) => file.isFile())
        .map((file) => readFile(join(directory, file.name), 'latin1')),
    );

    expect(secrets.size).toBeGreaterThan(20);
    expect(test.lines.length).toBeGreaterThan(50);
    expect(forbidden(test.lines.join(''))).toEqual([]);
    expect(forbidden(seen.join('\n'))).toEqual([]);
    expect(forbidden(files.join('\n'))).toEqual([]);
    expect(seen.join('')).not.toContain('djJ8');
  });

  it("is in anything an admin does, nor in what Kaltura repeats to an admin's test", async () => {
    const [key, home] = [randomBytes(32), join(directory, 'admin')];
    await mkdir(home);
    const test = await createTestExchange({
      database: { sqlite: join(home, 'exchange.db') },
      keyRing: [{ kid: 'k1', key }],
      appToken: null,
    });
    const secrets = new Set<string>([key.toString('base64'), key.toString('hex')]);
    const seen: string[] = [];
    const forbidden = (text: string) =>
      [...secrets].filter((secret) => formsOf(secret).some((form) => text.includes(form)));
    const listen = async (request: Request): Promise<URLSearchParams> => {
      const fields = new URLSearchParams(await request.clone().text());
      for (const name of ['ks', 'tokenHash']) secrets.add(fields.get(name) ?? key.toString('hex'));
      return fields;
    };
    test.intercept = async (_, request) => {
      await listen(request);
      return undefined;
    };
    const ask = async (call: Parameters<typeof test.admin>[0], options?: Parameters<typeof test.admin>[1]) => {
      const answer = await test.admin(call, options);
      seen.push(JSON.stringify(answer.body), JSON.stringify([...answer.headers]));
      return answer;
    };
    const newToken = (init = {}) => {
      const { id, token } = test.partner.addAppToken({ ...userToken, ...init });
      secrets.add(token);
      return { id, secret: token, hash_type: 'SHA256' };
    };
    const settings = { service_url: test.serviceUrl, partner_id: 102 };
    const editor = newToken();
    const { secret } = editor;

    await ask('PUT connection', {
      version: 0,
      body: { ...settings, tokens: { editor, player: newToken(playerToken) } },
    });
    // Wrong in every way, with the secret in it.
    for (const body of [
      { ...settings, tokens: { editor: { ...editor, id: secret } } },
      { ...settings, tokens: { editor: { ...editor, secret: `${secret} ` } } },
      { ...settings, tokens: { editor }, user_id_mapping: secret },
      { ...settings, tokens: { editor }, accepted_privileges: [`${secret},x`] },
      { ...settings, tokens: { editor }, service_url: `https://${secret}.example` },
      { ...settings, tokens: { editor }, partner_id: secret },
      `{"secret":"${secret}"`,
    ]) {
      for (const call of ['PUT connection', 'POST connection/test', 'PUT connection/rotation'] as const) {
        await ask(call, { version: 1, body });
      }
      await test.advance(60);
    }
    await ask('POST connection/test');
    await ask('POST connection/test', { body: { ...settings, tokens: { editor: newToken() } } });
    await test.advance(60);

    // Kaltura repeating what it was sent, as an error, as a privilege, as a user, as an account.
    const person = 'ana@uni.example';
    const granted = { sessionType: 0, partnerId: 102, userId: person, expiry: 4e9 };
    const exception = { message: '', objectType: 'KalturaAPIException' };
    const answers = [
      (ks: string, proof: string) => ({ ...exception, code: 'STRANGE', message: proof, args: { A: ks } }),
      (ks: string, proof: string) => ({ ...exception, code: 'INVALID_KS', args: { KSID: ks, T: proof } }),
      (ks: string, proof: string) => ({ ...exception, code: proof, args: [ks] }),
      (ks: string, proof: string) => ({ ...granted, ks, userId: proof, privileges: '' }),
      (ks: string, proof: string) => ({ ...granted, ks, privileges: `a:${proof},b:${ks}` }),
      (ks: string, proof: string) => ({ ...granted, ks, privileges: `${ks}:x,${proof}` }),
      (ks: string, proof: string) => ({ id: ks, screenName: proof, status: 1, createdAt: 1 }),
    ];
    for (const action of ['session.startWidgetSession', 'appToken.startSession', 'media.list', 'user.get']) {
      for (const answer of answers) {
        test.intercept = async (name, request) => {
          const fields = await listen(request);
          if (name !== action) return undefined;
          return Response.json(answer(fields.get('ks') ?? secret, fields.get('tokenHash') ?? secret));
        };
        await ask('POST connection/test');
        await ask('GET connection');
        await test.advance(15);
      }
    }
    test.intercept = async (_, request) => {
      await listen(request);
      return undefined;
    };
    await ask('GET connection');
    await ask('PUT connection/rotation', { version: 1, body: { purpose: 'editor', token: newToken() } });
    await ask('PUT connection/pause', { version: 2 });
    await ask('DELETE connection/pause', { version: 3 });
    await ask('GET audit');
    const { tokens } = (await ask('GET connection')).body;
    expect(tokens.editor.fingerprint).toMatch(/^[0-9a-f]{8}$/);
    await ask('DELETE connection/rotation', { version: 4 });
    const files = async () =>
      (await Promise.all((await readdir(home)).map((file) => readFile(join(home, file), 'latin1')))).join('');
    const before = await files();
    await ask('DELETE connection', { version: 5 });
    await ask('GET audit');
    await test.exchange.close();

    expect(secrets.size).toBeGreaterThan(20);
    expect(seen.length).toBeGreaterThan(90);
    expect(forbidden(test.lines.join(''))).toEqual([]);
    expect(forbidden(seen.join('\n'))).toEqual([]);
    expect(forbidden(before + (await files()))).toEqual([]);
    expect(seen.join('')).not.toContain('djJ8');
  });
});

import {
  exchangeErrors,
  type ExchangeErrorCode,
  type GuidedAccountAnswer,
  type GuidedSignInAnswer,
} from '@spaces-kaltura/client/exchange';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { problemAnswer } from '../http/problemAnswer.ts';
import { createTestExchange, playerToken, userToken, type TestExchange } from '../testing/createTestExchange.ts';
import type { OpenApiDocument } from './createOpenApiDocument.ts';

const kim = { id: 'kim', email: 'kim@uni.example', password: 'Passw0rd!23', isAdmin: true };
const service_url = 'https://kaltura.example';
const token = { id: '0_abcdefgh', secret: 'ca11ab1e0123456789abcdef01234567', hash_type: 'SHA256' };
const input = { service_url, partner_id: 102, tokens: { editor: token } };

/** A hub that is connected, an entry of somebody else, an account with an admin. */
async function start(): Promise<TestExchange & { entryId: string }> {
  const test = await createTestExchange({ appToken: null });
  test.partner.addUser({ id: '' });
  test.partner.addUser(kim);
  const { id: entryId } = test.partner.addEntry({ name: 'Atrium', mediaType: 1, userId: 'bruno@uni.example' });
  await test.connect(userToken, { player: playerToken });
  return { ...test, entryId };
}

const signIn = (test: TestExchange) =>
  test.admin<GuidedSignInAnswer>('POST guided/sign-in', {
    body: { service_url, login_id: kim.email, password: kim.password },
  });
const choose = async (test: TestExchange) =>
  test.admin<GuidedAccountAnswer>('POST guided/account', {
    body: { handle: (await signIn(test)).body.handle, partner_id: 102 },
  });

type Ask = (test: TestExchange & { entryId: string }) => Promise<{ status: number }>;

/** One way to make each operation of the API succeed. */
const successes: Readonly<Record<string, Ask>> = {
  'POST /v1/kaltura-session': (test) => test.session(),
  'POST /v1/playback-session': (test) => test.playback({ entries: [test.entryId] }, { entryId: test.entryId }),
  'GET /v1/status': (test) => test.status(),
  'POST /v1/revocations': async (test) =>
    test.request('/v1/revocations', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await test.host.token({ role: 'service' })}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ action: 'revoke', person: 'user-9' }),
    }),
  'GET /v1/admin/connection': (test) => test.admin('GET connection'),
  'PUT /v1/admin/connection': (test) => test.admin('PUT connection', { version: 1, body: input }),
  'DELETE /v1/admin/connection': (test) => test.admin('DELETE connection', { version: 1 }),
  'PUT /v1/admin/connection/pause': (test) => test.admin('PUT connection/pause', { version: 1 }),
  'DELETE /v1/admin/connection/pause': (test) => test.admin('DELETE connection/pause', { version: 1 }),
  'PUT /v1/admin/connection/rotation': (test) =>
    test.admin('PUT connection/rotation', { version: 1, body: { purpose: 'editor', token } }),
  'DELETE /v1/admin/connection/rotation': (test) => test.admin('DELETE connection/rotation', { version: 1 }),
  'POST /v1/admin/connection/test': (test) => test.admin('POST connection/test'),
  'GET /v1/admin/audit': (test) => test.admin('GET audit'),
  'GET /v1/admin/services': (test) => test.admin('GET services'),
  'POST /v1/admin/guided/sign-in': signIn,
  'POST /v1/admin/guided/account': choose,
  'POST /v1/admin/guided/connect': async (test) => {
    const { handle } = (await choose(test)).body;
    const body = { handle, effect: { kind: 'all' }, player: true, conversion_profile_id: null };
    return test.admin('POST guided/connect', { version: 1, body });
  },
  'GET /livez': (test) => test.request('/livez'),
  'GET /readyz': (test) => test.request('/readyz'),
  'GET /openapi.json': (test) => test.request('/openapi.json'),
};

async function readDocument(): Promise<OpenApiDocument> {
  const { exchange } = await createTestExchange({ appToken: null });
  return (
    await exchange.fetch(new Request('https://exchange.example/openapi.json'))
  ).json() as Promise<OpenApiDocument>;
}

const operationsOf = (document: OpenApiDocument) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

describe('the OpenAPI document', () => {
  it('has a real answer beside each of its operations', async () => {
    const names = operationsOf(await readDocument()).map(({ name }) => name);
    expect(Object.keys(successes).toSorted()).toEqual(names.toSorted());
  });

  // Whatever a test exchange answers is held against the document: see `assertDocumented`.
  it.each(Object.keys(successes))('is what %s answers when all goes well', async (name) => {
    const test = await start();
    const answer = await successes[name]?.(test);
    expect(answer?.status).toBeLessThan(300);
  });

  it('has every error where it belongs, in the form in which it is answered', async () => {
    const document = await readDocument();
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(document, 'document');
    const documented = new Set<string>();
    for (const { name, operation } of operationsOf(document)) {
      for (const [status, { content = {} }] of Object.entries(operation.responses)) {
        const problems = content['application/problem+json'];
        if (problems === undefined) continue;
        const codes = Object.keys(problems.examples ?? {}) as ExchangeErrorCode[];
        const schema = JSON.parse(JSON.stringify(problems.schema).replaceAll('"#/', '"document#/')) as object;
        const validate = ajv.compile(schema);
        for (const code of codes) {
          documented.add(code);
          const answer = problemAnswer(new ExchangeProblem(code), 'a-request');
          expect([name, code, String(answer.status), validate(answer.body)]).toEqual([name, code, status, true]);
        }
        const other = problemAnswer(new ExchangeProblem('not_found'), 'a-request');
        expect(validate(other.body)).toBe(false);
      }
    }
    // These two are of no operation.
    const everywhere = new Set([...documented, 'not_found', 'method_not_allowed']);
    expect([...everywhere].toSorted()).toEqual(Object.keys(exchangeErrors).toSorted());
  });
});

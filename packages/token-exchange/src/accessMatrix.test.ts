import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from './openapi/createOpenApiDocument.ts';
import { createTestExchange, userToken, type TestExchange } from './testing/createTestExchange.ts';

interface Operation {
  name: string;
  method: string;
  path: string;
  roles: string[];
  /** Documented as refusing plans without Kaltura. */
  isGated: boolean;
}

/** Every endpoint that wants a host token, as the OpenAPI document has them: new ones are part of this at once. */
async function readOperations(test: TestExchange): Promise<Operation[]> {
  const response = await test.exchange.fetch(new Request('https://exchange.example/openapi.json'));
  const { paths } = (await response.json()) as OpenApiDocument;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => Array.isArray(security) && security.length > 0)
      .map(([method, { description, responses }]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        roles: [...String(description).matchAll(/participant|hub_admin|service/g)].map(([role]) => role),
        isGated: responses['403']?.description.split(', ').includes('plan_not_entitled') ?? false,
      })),
  );
}

const origin = 'https://spaces.example';
const otherPlans = ['starter', 'Enterprise', 'enterprise ', '', null, ['enterprise'], undefined];

async function ask(
  test: TestExchange,
  { method, path }: Operation,
  {
    claims,
    token,
    headers,
  }: { claims?: Record<string, unknown>; token?: string; headers?: Record<string, string> } = {},
): Promise<string> {
  const hostToken = token ?? (await test.host.token(claims));
  const authorization = hostToken === '' ? undefined : `Bearer ${hostToken}`;
  const answer = await test.request(path, {
    method,
    headers: { origin, 'if-match': '"1"', ...(authorization !== undefined && { authorization }), ...headers },
  });
  return (answer.body as { code?: string } | undefined)?.code ?? `status ${answer.status}`;
}

describe('every endpoint with a host token', () => {
  it('wants one', async () => {
    const test = await createTestExchange();
    const operations = await readOperations(test);
    expect(operations.length).toBeGreaterThan(12);
    for (const operation of operations) {
      expect({ ...operation, code: await ask(test, operation, { token: '' }) }).toMatchObject({
        code: 'token_missing',
      });
      expect({ ...operation, code: await ask(test, operation, { token: 'x.y.z' }) }).toMatchObject({
        code: 'token_invalid',
      });
    }
  });

  it('is for its roles and for no other', async () => {
    const test = await createTestExchange();
    for (const operation of await readOperations(test)) {
      for (const role of ['participant', 'hub_admin', 'service']) {
        const code = await ask(test, operation, { claims: { role, jti: crypto.randomUUID() } });
        expect({ ...operation, role, isRefused: code === 'role_required' }).toEqual({
          ...operation,
          role,
          isRefused: !operation.roles.includes(role),
        });
      }
    }
  });

  it('is for entitled plans, whoever asks', async () => {
    const test = await createTestExchange();
    for (const operation of (await readOperations(test)).filter(({ isGated }) => isGated)) {
      for (const plan of otherPlans) {
        for (const role of operation.roles) {
          const code = await ask(test, operation, { claims: { role, plan } });
          expect({ ...operation, plan, code }).toMatchObject({ code: 'plan_not_entitled' });
        }
      }
    }
  });

  it('is for any plan where it only sees what is stored, or takes it away', async () => {
    const test = await createTestExchange({ appToken: null });
    const forAnyPlan = (await readOperations(test)).filter(({ isGated }) => !isGated);
    expect(forAnyPlan.map(({ name, roles }) => [name, ...roles])).toEqual([
      ['POST /v1/revocations', 'service'],
      ['GET /v1/admin/connection', 'hub_admin'],
      ['DELETE /v1/admin/connection', 'hub_admin'],
    ]);
    for (const operation of forAnyPlan) {
      for (const plan of otherPlans) {
        const claims = { role: operation.roles[0], plan, jti: crypto.randomUUID() };
        expect(await ask(test, operation, { claims })).toMatch(/^(status 204|not_connected|invalid_field)$/);
        expect(await ask(test, operation, { claims: { ...claims, role: 'participant' } })).toBe('role_required');
      }
    }
  });

  it('is closed to pages that are not the host', async () => {
    const test = await createTestExchange();
    for (const operation of await readOperations(test)) {
      const code = await ask(test, operation, { headers: { origin: 'https://evil.example' } });
      expect({ ...operation, code }).toMatchObject({ code: 'origin_not_allowed' });
    }
  });
});

describe('a hub', () => {
  it('is that of the host token: its admin sees and changes no other', async () => {
    const test = await createTestExchange();
    await test.connect(userToken, { hub: 'universite-delta', conversionProfileId: 42 });
    const delta = { hub: 'universite-delta' };
    const nord = async (): Promise<ConnectionAnswer> => (await test.admin('GET connection')).body;
    const before = await nord();
    expect((await test.admin('GET connection', { claims: delta })).body.conversion_profile_id).toBe(42);
    for (const name of ['atelier-nord', 'universite-delta']) {
      const path = `/v1/admin/connection?hub=${name}&hub_id=${name}`;
      const headers = { authorization: `Bearer ${await test.host.token({ role: 'hub_admin', hub: 'empty' })}` };
      expect((await test.request(path, { headers })).body.code).toBe('not_connected');
    }
    await test.admin('PUT connection/pause', { version: 1, claims: delta });
    await test.admin('PUT connection/rotation', {
      version: 2,
      claims: delta,
      body: { purpose: 'editor', token: { id: '0_new00000', secret: 'e'.repeat(32), hash_type: 'SHA256' } },
    });
    expect((await test.admin('DELETE connection', { version: 3, claims: delta })).status).toBe(204);
    expect(await nord()).toEqual(before);
    expect((await test.admin('GET connection', { claims: delta })).body.code).toBe('not_connected');
  });

  it('that is downgraded gets nothing from the next request on, cached sessions included', async () => {
    const test = await createTestExchange();
    const { body } = await test.session();
    expect((await test.session()).body.access_token).toBe(body.access_token);
    expect((await test.session({ plan: 'starter' })).body.code).toBe('plan_not_entitled');
    expect((await test.status({ plan: 'starter' })).body.code).toBe('plan_not_entitled');
    expect((await test.session()).body.access_token).toBe(body.access_token);
  });

  it('that is downgraded is disconnected by its admin, who can do nothing else with it', async () => {
    const test = await createTestExchange();
    const claims = { plan: 'starter' };
    expect((await test.admin('GET connection', { claims })).body).toMatchObject({ state: 'ok', version: 1 });
    expect((await test.admin('PUT connection/pause', { version: 1, claims })).body.code).toBe('plan_not_entitled');
    expect((await test.admin('GET audit', { claims })).body.code).toBe('plan_not_entitled');
    expect((await test.admin('DELETE connection', { version: 1, claims })).status).toBe(204);
    expect((await test.admin('GET connection', { claims })).body.code).toBe('not_connected');
    expect((await test.session()).body.code).toBe('not_connected');
  });
});

import { auditAnswerSchema, type AuditAnswer } from '@spaces-kaltura/client/exchange';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTestExchange, userToken, type TestExchange } from '../../testing/createTestExchange.ts';

const secret = 'ca11ab1e0123456789abcdef01234567';
const input = {
  service_url: 'https://kaltura.example',
  partner_id: 102,
  tokens: { editor: { id: '0_abcdefgh', secret, hash_type: 'SHA256' } },
};

const history = async (test: TestExchange, query = '', claims = {}): Promise<AuditAnswer> =>
  v.parse(auditAnswerSchema, (await test.admin<AuditAnswer>(`GET audit${query}`, { claims })).body);

function withoutId(row: AuditAnswer['rows'][number]): object {
  const { by, person, at, action, detail } = row;
  return { by, person, at, action, detail };
}

describe('GET /v1/admin/audit', () => {
  it('tells every change, by whom, and what it was about; the newest first', async () => {
    const test = await createTestExchange({ appToken: null });
    const at = new Date(test.sandbox.clock.now() * 1000).toISOString();
    await test.admin('PUT connection', { version: 0, body: input });
    await test.admin('PUT connection', {
      version: 1,
      body: {
        ...input,
        user_id_mapping: 'local_part',
        tokens: { editor: { ...input.tokens.editor, secret: 'd'.repeat(32), expiry: 4_000_000_000 } },
      },
      claims: { sub: 'user-2', name: undefined, email: 'bruno@uni.example' },
    });
    await test.admin('PUT connection/pause', { version: 2 });
    await test.admin('DELETE connection/pause', { version: 3 });
    await test.admin('PUT connection/rotation', {
      version: 4,
      body: { purpose: 'editor', token: { id: '0_new00000', secret: 'e'.repeat(32), hash_type: 'SHA256' } },
    });
    await test.admin('DELETE connection/rotation', { version: 5 });
    await test.admin('DELETE connection', { version: 6 });

    const ana = { by: 'person', person: { subject: 'user-1', name: 'Ana' }, at };
    const { rows, next } = await history(test);
    expect(next).toBeNull();
    expect(rows.map(withoutId)).toEqual([
      {
        ...ana,
        action: 'connection_removed',
        detail: { version: 6, service_url: 'https://kaltura.example', partner_id: 102 },
      },
      {
        ...ana,
        action: 'rotation_ended',
        detail: { version: 6, purpose: 'editor', former_token_id: '0_abcdefgh' },
      },
      {
        ...ana,
        action: 'rotation_started',
        detail: { version: 5, purpose: 'editor', token_id: '0_new00000', former_token_id: '0_abcdefgh' },
      },
      { ...ana, action: 'connection_resumed', detail: { version: 4 } },
      { ...ana, action: 'connection_paused', detail: { version: 3 } },
      {
        at,
        by: 'person',
        person: { subject: 'user-2', name: 'bruno@uni.example' },
        action: 'connection_changed',
        detail: {
          version: 2,
          service_url: 'https://kaltura.example',
          partner_id: 102,
          fields: ['user_id_mapping', 'tokens.editor.secret', 'tokens.editor.expiry'],
          token_ids: ['0_abcdefgh'],
        },
      },
      {
        ...ana,
        action: 'connection_created',
        detail: {
          version: 1,
          service_url: 'https://kaltura.example',
          partner_id: 102,
          fields: [],
          token_ids: ['0_abcdefgh'],
        },
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/ca11ab1e|d{32}|e{32}/);
  });

  it('says what the operator did from code or from the command line', async () => {
    const test = await createTestExchange();
    expect((await history(test)).rows).toMatchObject([{ by: 'operator', person: null, action: 'connection_created' }]);
  });

  it('does not tell what was refused', async () => {
    const test = await createTestExchange();
    await test.admin('PUT connection', { version: 9, body: input });
    await test.admin('PUT connection', { version: 1, body: { ...input, mode: 'all' } });
    await test.admin('PUT connection/pause', { version: 9 });
    expect((await history(test)).rows).toHaveLength(1);
  });

  it('goes back page by page', async () => {
    const test = await createTestExchange();
    for (let index = 0; index < 6; index++) await test.connect(userToken);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: AuditAnswer = await history(test, `?limit=3${next === '' ? '' : `&before=${next}`}`);
      seen.push(...page.rows.map(({ detail }) => String(detail['version'])));
      next = page.next;
    }
    expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
  });

  it.each(['?limit=0', '?limit=101', '?limit=-1', '?limit=ten', "?before=x'--", '?limit=5&before='])(
    'does not take %s',
    async (query) => {
      const test = await createTestExchange();
      expect((await test.admin(`GET audit${query}`)).body.code).toBe('invalid_field');
    },
  );

  it("shows an admin their own hub's history", async () => {
    const test = await createTestExchange();
    expect((await history(test, '', { hub: 'universite-delta' })).rows).toEqual([]);
    expect((await test.admin('GET audit', { claims: { role: 'participant' } })).body.code).toBe('role_required');
  });
});

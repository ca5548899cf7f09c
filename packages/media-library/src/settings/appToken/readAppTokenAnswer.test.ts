import { appTokenParams } from '@spaces-kaltura/client/exchange';
import { createSandbox } from '@spaces-kaltura/sandbox';
import { describe, expect, test } from 'vitest';
import { readAppTokenAnswer, type AppTokenReading } from './readAppTokenAnswer.ts';

const now = 1_800_000_000;
const secret = '0123456789abcdef0123456789abcdef';
const answer = {
  id: '0_abcdefgh',
  token: secret,
  partnerId: 102,
  createdAt: now,
  updatedAt: now,
  status: 2,
  sessionType: 0,
  sessionDuration: 86_400,
  sessionPrivileges: 'disableentitlement,list:*',
  hashType: 'SHA256',
  description: 'Spaces: media library',
  objectType: 'KalturaAppToken',
};
const token = {
  id: '0_abcdefgh',
  secret,
  hashType: 'SHA256',
  expiry: null,
  partnerId: 102,
  privileges: 'disableentitlement,list:*',
};

const read = (pasted: unknown, purpose: 'editor' | 'player' = 'editor'): AppTokenReading =>
  readAppTokenAnswer(typeof pasted === 'string' ? pasted : JSON.stringify(pasted), purpose, now);
const without = (name: keyof typeof answer): object =>
  Object.fromEntries(Object.entries(answer).filter(([key]) => key !== name));

describe('takes an App Token', () => {
  test.for<[string, unknown]>([
    ['as Kaltura answers it', answer],
    ['with spaces and line breaks around', `\n  ${JSON.stringify(answer, null, 2)}\n`],
    ['with words of a console around', `Response (200):\n${JSON.stringify(answer, null, 2)};\n// 41 ms`],
    ['copied from a page that indents with other spaces', JSON.stringify(answer, null, '\u00a0\u00a0')],
    ['in the wrapper of a console', { result: answer, executionTime: 0.04 }],
    ['alone in a list', { objects: [answer], totalCount: 1, objectType: 'KalturaAppTokenListResponse' }],
    ['alone in the answer of a multirequest', [answer]],
    [
      'with numbers as texts',
      { ...answer, partnerId: '102', sessionType: '0', status: '2', sessionDuration: '86400', expiry: '' },
    ],
    [
      'as XML',
      `<?xml version="1.0" encoding="utf-8"?><xml><result><objectType>KalturaAppToken</objectType><id>0_abcdefgh</id>
       <token>${secret}</token><partnerId>102</partnerId><status>2</status><sessionType>0</sessionType>
       <sessionPrivileges>disableentitlement,list:*</sessionPrivileges><hashType>SHA256</hashType></result></xml>`,
    ],
  ])('%s', ([, pasted]) => {
    expect(read(pasted)).toEqual({ kind: 'token', token });
  });

  test('as the sandbox makes it, for either purpose', async () => {
    const sandbox = createSandbox({ partners: [{ id: 102 }] });
    const partner = sandbox.partner(102);
    const call = async (service: string, action: string, body: object): Promise<string> => {
      const url = `https://kaltura.test/api_v3/service/${service}/action/${action}`;
      const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
      const response = await sandbox.fetch(new Request(url, { ...init, body: JSON.stringify({ format: 1, ...body }) }));
      return response.text();
    };
    partner.addUser({ id: 'kim', email: 'kim@uni.example', password: 'pass', isAdmin: true });
    const ks = JSON.parse(await call('user', 'loginByLoginId', { loginId: 'kim@uni.example', password: 'pass' }));
    const refused = await call('appToken', 'add', { ks, appToken: appTokenParams('editor', { kind: 'all' }) });
    expect(readAppTokenAnswer(refused, 'editor', now)).toEqual({
      kind: 'fault',
      fault: 'new_account',
      kaltura: 'INVALID_FIELD_VALUE',
    });

    const anybody = await call('session', 'start', { partnerId: 102, secret: partner.adminSecret, type: 2 });
    await call('uploadToken', 'add', { ks: JSON.parse(anybody) });
    for (const purpose of ['editor', 'player'] as const) {
      const made = await call('appToken', 'add', { ks, appToken: appTokenParams(purpose, { kind: 'all' }) });
      expect(readAppTokenAnswer(made, purpose, now)).toMatchObject({
        kind: 'token',
        token: { hashType: 'SHA256', expiry: null, partnerId: 102 },
      });
    }
  });

  test('with an end, and with SHA1 where none is named', () => {
    expect(read({ ...without('hashType'), expiry: now + 60 })).toMatchObject({
      token: { expiry: now + 60, hashType: 'SHA1' },
    });
  });
});

describe('explains what is none', () => {
  test.for<[fault: string, what: string, pasted: unknown]>([
    ['not_readable', 'nothing', ''],
    ['not_readable', 'a sentence', 'the token is below'],
    ['not_readable', 'half of the answer', JSON.stringify(answer).slice(0, 40)],
    ['not_readable', 'a number', '7'],
    ['not_readable', 'null', 'null'],
    ['not_readable', 'an empty list', '[]'],
    ['not_readable', 'a web page', '<html><body><br></body></html>'],
    ['ks', 'a KS', `djJ8MTAyfHtVInEHhhOIFbhzRuVS4A${'x'.repeat(60)}==`],
    ['ks', 'a KS in quotes', `"djJ8MTAyfHtVInEHhhOIFbhzRuVS4A${'x'.repeat(60)}=="`],
    ['session', 'the answer of startSession', { ks: 'djJ8', sessionType: 0, partnerId: '102', userId: 'ada' }],
    ['question', 'what Kaltura is to be given', appTokenParams('editor', { kind: 'own' })],
    ['question', 'the same, wrapped', { appToken: appTokenParams('editor', { kind: 'own' }) }],
    ['no_token', 'another object', { id: '0_entry', name: 'Atrium', objectType: 'KalturaMediaEntry' }],
    ['no_token', 'an App Token without its secret', without('token')],
    ['several', 'a list of several', { objects: [answer, answer], totalCount: 2 }],
    ['admin_token', 'a token for ADMIN sessions', { ...answer, sessionType: '2' }],
    ['no_session_type', 'a token for any sessions', without('sessionType')],
    ['pinned_user', 'a token of one user', { ...answer, sessionUserId: 'kim' }],
    ['expired', 'a token with expiry 0', { ...answer, expiry: 0 }],
    ['expired', 'a token that ends now', { ...answer, expiry: now }],
    ['not_active', 'a disabled token', { ...answer, status: 1 }],
    [
      'player_for_editor',
      'the token for playback',
      { ...answer, sessionPrivileges: appTokenParams('player', { kind: 'own' }).sessionPrivileges },
    ],
  ])('%s: %s', ([fault, , pasted]) => {
    expect(read(pasted)).toEqual({ kind: 'fault', fault, kaltura: null });
  });

  test.for<[string, unknown, string | null]>([
    [
      'an error object',
      { code: 'SERVICE_FORBIDDEN', message: 'forbidden', objectType: 'KalturaAPIException', args: [] },
      'SERVICE_FORBIDDEN',
    ],
    [
      'an error in its wrapper',
      { result: { error: { code: 'INVALID_KS', message: 'Invalid KS "djJ8secret"' } } },
      'INVALID_KS',
    ],
    [
      'an error as XML',
      '<xml><result><error><code>MISSING_KS</code><message>no</message></error></result></xml>',
      'MISSING_KS',
    ],
    ['a code that is none', { code: 'djJ8MTAy', message: 'x' }, null],
  ])('kaltura_error: %s', ([, pasted, kaltura]) => {
    expect(read(pasted)).toEqual({ kind: 'fault', fault: 'kaltura_error', kaltura });
  });

  test('never repeats what was pasted', () => {
    for (const pasted of [{ ...answer, sessionType: 2 }, { ...answer, sessionUserId: secret }, without('id'), secret]) {
      expect(JSON.stringify(read(pasted))).not.toContain(secret);
    }
  });
});

import { createSandbox } from '@spaces-kaltura/sandbox';
import { describe, expect, it } from 'vitest';
import { createKalturaApi } from '../api/createKalturaApi.ts';
import { KalturaApiError, KalturaForbiddenError } from '../errors.ts';
import {
  appTokenAdd,
  appTokenDelete,
  appTokenList,
  conversionProfileList,
  flavorParamsList,
  partnerGetInfo,
  partnerListForUser,
  sessionEnd,
  sessionGet,
  userLoginByKs,
  userLoginByLoginId,
} from './accountRequests.ts';
import { uploadTokenAdd } from './uploadTokenRequests.ts';

const serviceUrl = 'https://kaltura.test';
const kim = { id: 'kim', email: 'kim@uni.example', password: 'Passw0rd!23', isAdmin: true };

async function signIn() {
  const partners = [
    { id: 102, name: 'Hub' },
    { id: 103, name: 'School' },
  ];
  const sandbox = createSandbox({ clock: { frozen: true, startAt: 1_800_000_000 }, partners });
  for (const { id } of partners) sandbox.partner(id).addUser(kim);
  const api = createKalturaApi({ fetch: (request) => sandbox.fetch(request) });
  const credentials = { loginId: kim.email, password: kim.password, expiry: 600, privileges: 'disableentitlement' };
  const ks = await api.call(userLoginByLoginId({ ...credentials, partnerId: 102 }), { serviceUrl });
  return { sandbox, api, ks, as: (ks: string) => ({ serviceUrl, ks }) };
}

describe('an administrator of an account', () => {
  it('signs in with a password, and can tell what the session is', async () => {
    const { api, ks, as } = await signIn();
    expect(await api.call(sessionGet(), as(ks))).toEqual({
      sessionType: 2,
      partnerId: 102,
      userId: 'kim',
      expiry: 1_800_000_600,
      privileges: ['disableentitlement'],
    });
    const wrong = { loginId: kim.email, password: 'nope', expiry: 600, privileges: '' };
    await expect(api.call(userLoginByLoginId(wrong), { serviceUrl })).rejects.toMatchObject({
      code: 'USER_WRONG_PASSWORD',
    });
  });

  it('reads names of accounts, and none of their secrets', async () => {
    const { api, ks, as } = await signIn();
    expect(await api.call(partnerGetInfo(), as(ks))).toEqual({ id: 102, name: 'Hub' });
    expect(await api.call(partnerListForUser({ pageIndex: 1, pageSize: 30 }), as(ks))).toEqual({
      objects: [
        { id: 102, name: 'Hub' },
        { id: 103, name: 'School' },
      ],
      totalCount: 2,
    });
  });

  it('opens another account', async () => {
    const { api, ks, as } = await signIn();
    const other = await api.call(userLoginByKs(103), as(ks));
    expect(other.partnerId).toBe(103);
    expect(await api.call(partnerGetInfo(), as(other.ks))).toMatchObject({ name: 'School' });
    await expect(api.call(userLoginByKs(999), as(ks))).rejects.toBeInstanceOf(KalturaApiError);
  });

  it('looks at conversion profiles and their flavors in pages', async () => {
    const { api, ks, as } = await signIn();
    const first = await api.call(conversionProfileList({ pageIndex: 1, pageSize: 2 }), as(ks));
    expect(first.objects).toHaveLength(2);
    const all = await api.call(conversionProfileList({ pageSize: 100 }), as(ks));
    expect(first.totalCount).toBe(all.objects.length);
    const own = all.objects.find(({ partnerId }) => partnerId === 102);
    expect(own).toMatchObject({ isDefault: true, flavorParamsIds: expect.arrayContaining([0, 2]) });
    const flavors = await api.call(flavorParamsList([0, 7], {}), as(ks));
    expect(flavors.objects).toEqual([
      { id: 0, tags: ['source'], height: null },
      { id: 7, tags: ['web', 'mbr', 'dash'], height: 1080 },
    ]);
  });

  it('makes App Tokens, lists and deletes them, once a session without a user has done something', async () => {
    const { sandbox, api, ks, as } = await signIn();
    const params = { objectType: 'KalturaAppToken', hashType: 'SHA256', sessionType: 0, description: 'Ours' } as const;
    const tooNew = { code: 'INVALID_FIELD_VALUE', args: { FIELD_NAME: 'sessionUserId' } };
    await expect(api.call(appTokenAdd(params), as(ks))).rejects.toMatchObject(tooNew);
    const secret = sandbox.partner(102).adminSecret;
    const body = new URLSearchParams({ format: '1', partnerId: '102', secret, type: '2' });
    const start = new Request(`${serviceUrl}/api_v3/service/session/action/start`, { method: 'POST', body });
    const userless = (await (await sandbox.fetch(start)).json()) as string;
    await api.call(uploadTokenAdd({ fileName: 'x', fileSize: 1 }), as(userless));
    const made = await api.call(appTokenAdd(params), as(ks));
    const secretText = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(made).toEqual({ id: expect.any(String), token: secretText, expiry: null, description: 'Ours' });
    expect((await api.call(appTokenList({ pageSize: 5 }), as(ks))).objects).toEqual([made]);
    await api.call(appTokenDelete(made.id), as(ks));
    await expect(api.call(appTokenDelete(made.id), as(ks))).rejects.toMatchObject({ code: 'APP_TOKEN_ID_NOT_FOUND' });
  });

  it('ends the session', async () => {
    const { api, ks, as } = await signIn();
    await api.call(sessionEnd(), as(ks));
    await expect(api.call(partnerGetInfo(), as(ks))).rejects.toMatchObject({ code: 'INVALID_KS' });
  });
});

it('is forbidden to a participant', async () => {
  const { sandbox, api, as } = await signIn();
  sandbox.partner(102).addUser({ ...kim, id: 'pia', email: 'pia@uni.example', isAdmin: false });
  const credentials = { loginId: 'pia@uni.example', password: kim.password, expiry: 600, privileges: '' };
  const ks = await api.call(userLoginByLoginId(credentials), { serviceUrl });
  await expect(api.call(sessionGet(), as(ks))).rejects.toBeInstanceOf(KalturaForbiddenError);
  await expect(api.call(conversionProfileList({}), as(ks))).rejects.toBeInstanceOf(KalturaForbiddenError);
});

import { describe, expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { decodeKs } from '../session/ks.ts';
import { createCaller } from '../testing/caller.ts';

const kim = { id: 'kim', email: 'kim@uni.example', password: 'Passw0rd!23', isAdmin: true };

function setUp() {
  const partners = [{ id: 102 }, { id: 103 }, { id: 104 }];
  const sandbox = createSandbox({ clock: { frozen: true, startAt: 1_800_000_000 }, partners });
  sandbox.partner(102).addUser({ ...kim, otp: '246810' });
  sandbox.partner(103).addUser({ ...kim, id: 'kim@uni.example' });
  sandbox.partner(104).addUser({ ...kim, isAdmin: false });
  const login = (otp?: string) =>
    createCaller(sandbox).call('user.loginByLoginId', {
      loginId: kim.email,
      password: kim.password,
      partnerId: 102,
      ...(otp !== undefined && { otp }),
    });
  const fieldsOf = (ks: unknown) => decodeKs(String(ks), (id) => sandbox.partner(id).adminSecret);
  return { sandbox, login, fieldsOf };
}

describe('signing in', () => {
  it('asks for the one-time password where there is one, and for nothing else', async () => {
    const { sandbox, login, fieldsOf } = setUp();
    expect(await login()).toMatchObject({ code: 'MISSING_OTP', message: 'OTP is missing' });
    expect(await login('000000')).toMatchObject({ code: 'INVALID_OTP' });
    expect(fieldsOf(await login('246810'))).toMatchObject({ partnerId: 102, type: 2, userId: 'kim' });
    const wrong = { loginId: kim.email, password: 'nope', partnerId: 102 };
    expect(await createCaller(sandbox).call('user.loginByLoginId', wrong)).toMatchObject({
      code: 'USER_WRONG_PASSWORD',
    });
  });
});

describe('opening another account with the session of one', () => {
  const open = (
    userId: string,
    requestedPartnerId: number,
    { sandbox }: Pick<ReturnType<typeof setUp>, 'sandbox'> = setUp(),
  ) =>
    createCaller(sandbox, { userId, type: 2, privileges: 'disableentitlement' }).call<{ ks: string; code: string }>(
      'user.loginByKs',
      { requestedPartnerId },
    );

  it('gives an ADMIN session of a day to somebody who administers both', async () => {
    const { sandbox, fieldsOf } = setUp();
    const answer = await open('kim', 103, { sandbox });
    expect(answer).toMatchObject({ userId: 'kim', partnerId: 103, objectType: 'KalturaSessionResponse' });
    expect(fieldsOf(answer.ks)).toMatchObject({
      partnerId: 103,
      type: 2,
      userId: 'kim@uni.example',
      privileges: 'disableentitlement',
      expiry: 1_800_086_400,
    });
  });

  it.each([
    ['an account where they are no administrator', 'kim', 104, 'ADMIN_KUSER_NOT_FOUND'],
    ['an account that is not there', 'kim', 999, 'ADMIN_KUSER_NOT_FOUND'],
    ['any account without a user', '', 103, 'INVALID_USER_ID'],
  ])('does not open %s', async (_, userId, partnerId, code) => {
    expect(await open(userId, partnerId)).toMatchObject({ code });
  });

  it('answers the same session for its own account', async () => {
    const { sandbox, fieldsOf } = setUp();
    const { ks } = await open('kim', 102, { sandbox });
    expect(fieldsOf(ks)).toMatchObject({ partnerId: 102, userId: 'kim' });
  });
});

import { expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { createCaller } from '../testing/caller.ts';

function setUp() {
  const sandbox = createSandbox({ clock: { frozen: true, startAt: 1_800_000_000 }, partners: [{ id: 102 }] });
  const as = (userId: string) => createCaller(sandbox, { userId });
  return { sandbox, as, admin: createCaller(sandbox, { userId: 'root', type: 2 }) };
}

it('makes a user when a session first asks who it is', async () => {
  const { sandbox, as, admin } = setUp();
  expect(await admin.call('user.get', { userId: 'ada' })).toMatchObject({ code: 'INVALID_USER_ID' });
  await sandbox.clock.advance(5);
  expect(await as('ada').call('user.get')).toMatchObject({
    id: 'ada',
    screenName: 'ada',
    createdAt: 1_800_000_005,
    loginEnabled: false,
  });
  await sandbox.clock.advance(5);
  expect(await admin.call('user.get', { userId: 'ada' })).toMatchObject({ createdAt: 1_800_000_005 });
});

it.each([
  ['another case', 'ZOÉ@uni.example'],
  ['no accent', 'zoe@uni.example'],
  ['a space behind', 'zoé@uni.example '],
])('takes %s for the same person', async (_, twin) => {
  const { as } = setUp();
  await as('zoé@uni.example').call('user.get');
  expect(await as(twin).call('user.get')).toMatchObject({ id: 'zoé@uni.example' });
});

it('takes ids that begin with the same hundred characters for the same person', async () => {
  const { as } = setUp();
  await as(`${'x'.repeat(100)}-first`).call('user.get');
  expect(await as(`${'x'.repeat(100)}-second`).call('user.get')).toMatchObject({ id: 'x'.repeat(100) });
});

it('tells nobody but administrators about others', async () => {
  const { as, admin } = setUp();
  await as('ada').call('user.get');
  expect(await as('bob').call('user.get', { userId: 'ada' })).toMatchObject({
    code: 'CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION',
  });
  expect(await admin.call('user.list', { filter: { idIn: 'ADA,nobody' } })).toMatchObject({
    totalCount: 1,
    objects: [{ id: 'ada' }],
  });
});

it('lists people in the order that is asked for', async () => {
  const { sandbox, as, admin } = setUp();
  for (const name of ['ada', 'bob', 'cleo']) {
    await as(name).call('user.get');
    await sandbox.clock.advance(1);
  }
  const ids = async (orderBy: string): Promise<string[]> =>
    (await admin.call<{ objects: { id: string }[] }>('user.list', { filter: { orderBy } })).objects.map(
      (user) => user.id,
    );
  expect(await ids('-createdAt')).toEqual(['cleo', 'bob', 'ada']);
  expect(await ids('+createdAt')).toEqual(['ada', 'bob', 'cleo']);
});

it('refuses ids that sessions may have all the same', async () => {
  const { as, admin } = setUp();
  expect(await admin.call('user.add', { user: { id: 'a b' } })).toMatchObject({ code: 'INVALID_FIELD_VALUE' });
  expect(await as('a b').call('user.get')).toMatchObject({ id: 'a b' });
});

it('keeps what is written about people, splits a full name, and clears what is to be null', async () => {
  const { admin } = setUp();
  const user = {
    id: 'ada',
    fullName: 'Ada King Lovelace',
    email: 'ada@uni.example',
    language: 'en',
    gender: 2,
    city: 'Turin',
  };
  expect(await admin.call('user.add', { user })).toMatchObject({
    firstName: 'Ada',
    lastName: 'King Lovelace',
    language: 'en',
    gender: 2,
  });
  const after = await admin.call('user.update', {
    userId: 'ada',
    user: { city__null: '', email__null: '', state: 'Piedmont' },
  });
  expect(after).toMatchObject({ fullName: 'Ada King Lovelace', state: 'Piedmont', language: 'en' });
  expect(Object.keys(after)).not.toContain('city');
  expect(Object.keys(after)).not.toContain('email');
});

it('keeps blocked people out of everything', async () => {
  const { as, admin } = setUp();
  await as('ada').call('user.get');
  await admin.call('user.update', { userId: 'ada', user: { status: 0 } });
  expect(await as('ada').call('media.list')).toMatchObject({ code: 'USER_BLOCKED' });
});

it('lets an administrator sign in with e-mail and password, and says nothing about what was wrong', async () => {
  const { sandbox, admin } = setUp();
  const anybody = createCaller(sandbox);
  sandbox.partner(102).addUser({ id: 'kim', email: 'kim@uni.example', password: 'secret!1', isAdmin: true });
  const ks = await anybody.call<string>('user.loginByLoginId', { loginId: 'KIM@uni.example', password: 'secret!1' });
  expect(await anybody.call('session.get', { ks })).toMatchObject({
    sessionType: '2',
    userId: 'kim',
    privileges: 'all:*',
  });
  expect(await anybody.call('partner.listPartnersForUser', { ks })).toMatchObject({
    totalCount: 1,
    objects: [{ id: 102 }],
  });
  for (const wrong of [{ password: 'no' }, { loginId: 'who@uni.example' }, { partnerId: 103 }, { password: null }]) {
    const answer = await anybody.call('user.loginByLoginId', {
      loginId: 'kim@uni.example',
      password: 'secret!1',
      ...wrong,
    });
    expect(answer).toMatchObject({ code: 'USER_WRONG_PASSWORD' });
  }
  expect(await admin.call('user.getByLoginId', { loginId: 'kim@uni.example' })).toMatchObject({
    id: 'kim',
    lastLoginTime: 1_800_000_000,
  });
});

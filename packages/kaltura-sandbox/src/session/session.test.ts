import { describe, expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { createCaller } from '../testing/caller.ts';
import { encodeKs } from './ks.ts';

function setUp() {
  const sandbox = createSandbox({ clock: { frozen: true }, partners: [{ id: 102 }, { id: 103 }] });
  return { sandbox, anybody: createCaller(sandbox), bob: createCaller(sandbox, { userId: 'bob' }) };
}

describe('a session', () => {
  it('ends with its time', async () => {
    const { sandbox, bob } = setUp();
    await sandbox.clock.advance(86_399);
    expect(await bob.call('user.get')).toMatchObject({ id: 'bob' });
    await sandbox.clock.advance(1);
    expect(await bob.call('user.get')).toMatchObject({ code: 'INVALID_KS', args: { KSID: 'EXPIRED', ERR_CODE: '-1' } });
  });

  it('is worth nothing in another account', async () => {
    const { bob } = setUp();
    expect(await bob.call('media.list', { partnerId: 103 })).toMatchObject({ code: 'SERVICE_FORBIDDEN' });
  });

  it('from an App Token takes the whole App Token with it when it is ended', async () => {
    const { sandbox, anybody } = setUp();
    const { id } = sandbox.partner(102).addAppToken();
    const mint = (userId: string): string =>
      encodeKs(
        {
          partnerId: 102,
          type: 0,
          userId,
          expiry: sandbox.clock.now() + 600,
          privileges: `sessionid:${id},apptoken:${id}`,
        },
        sandbox.partner(102).adminSecret,
      );
    const [ada, bob] = [mint('ada'), mint('bob')];
    expect(await anybody.call('user.get', { ks: bob })).toMatchObject({ id: 'bob' });
    expect(await anybody.call('session.end', { ks: ada })).toBeNull();
    for (const ks of [ada, bob, mint('later')]) {
      expect(await anybody.call('user.get', { ks })).toMatchObject({ code: 'INVALID_KS', args: { KSID: 'LOGOUT' } });
    }
  });

  it('says the text of a KS it cannot read, and for a while that of an earlier caller', async () => {
    const { sandbox, anybody } = setUp();
    const refused = async (ks: string): Promise<unknown> =>
      (await anybody.call<{ args: { KSID: string } }>('media.list', { ks })).args.KSID;
    expect(await refused('first')).toBe('first');
    expect(await refused('second')).toBe('first');
    await sandbox.clock.advance(121);
    expect(await refused('second')).toBe('second');
  });
});

describe('a widget session', () => {
  it('is the same one again soon after, and a new one later', async () => {
    const { sandbox, anybody } = setUp();
    const start = async (): Promise<string> =>
      (await anybody.call<{ ks: string }>('session.startWidgetSession', { widgetId: '_102' })).ks;
    const first = await start();
    expect(await start()).toBe(first);
    await sandbox.clock.advance(601);
    expect(await start()).not.toBe(first);
  });

  it('sees nothing, and cannot add anything', async () => {
    const { anybody, bob } = setUp();
    await bob.call('media.add', { entry: { objectType: 'KalturaMediaEntry', name: 'mine', mediaType: 2 } });
    const { ks } = await anybody.call<{ ks: string }>('session.startWidgetSession', { widgetId: '_102' });
    expect(await anybody.call('media.list', { ks, filter: { statusIn: '7' } })).toMatchObject({ totalCount: 0 });
    expect(await anybody.call('uploadToken.add', { ks })).toMatchObject({ code: 'SERVICE_FORBIDDEN' });
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import type { SandboxAppTokenInit } from '../Sandbox.ts';
import { createCaller } from '../testing/caller.ts';

async function exchange(init: SandboxAppTokenInit, asked: Record<string, unknown> = {}) {
  const sandbox = createSandbox({ clock: { frozen: true, startAt: 1_800_000_000 }, partners: [{ id: 102 }] });
  const appToken = sandbox.partner(102).addAppToken(init);
  const anybody = createCaller(sandbox);
  const { ks } = await anybody.call<{ ks: string }>('session.startWidgetSession', { widgetId: '_102' });
  const algorithm = (init.hashType ?? 'SHA1').toLowerCase();
  const tokenHash = createHash(algorithm)
    .update(ks + appToken.token)
    .digest('hex');
  const start = (more: Record<string, unknown> = {}) =>
    anybody.call('appToken.startSession', { ks, id: appToken.id, tokenHash, ...asked, ...more });
  return { sandbox, appToken, anybody, start, tokenHash };
}

describe('an App Token', () => {
  it.each(['MD5', 'SHA1', 'SHA256', 'SHA512'] as const)('opens a session with a %s hash', async (hashType) => {
    const { start } = await exchange({ hashType }, { userId: 'ada' });
    expect(await start()).toMatchObject({ userId: 'ada', partnerId: '102', sessionType: 0 });
  });

  it('wants the hash in lower case', async () => {
    const { start, tokenHash } = await exchange({});
    expect(await start({ tokenHash: tokenHash.toUpperCase() })).toMatchObject({ code: 'INVALID_APP_TOKEN_HASH' });
  });

  it('gives the shortest of all lives that were named', async () => {
    const { start } = await exchange({ sessionDuration: 3600, expiry: 1_800_000_100 });
    expect(await start({ expiry: 7200 })).toMatchObject({ expiry: 1_800_000_100 });
    expect(await start({ expiry: 50 })).toMatchObject({ expiry: 1_800_000_050 });
  });

  it('is over when its time is over', async () => {
    const { start, sandbox, appToken } = await exchange({ expiry: 1_800_000_100 });
    await sandbox.clock.advance(101);
    expect(await start()).toMatchObject({ code: 'APP_TOKEN_EXPIRED', args: { ID: appToken.id } });
  });

  it('never ends once its expiry was taken away', async () => {
    const { start, sandbox, appToken } = await exchange({ expiry: 1_800_000_100 }, { userId: 'ada' });
    const admin = createCaller(sandbox, { type: 2, userId: 'root' });
    expect(await admin.call('appToken.update', { id: appToken.id, appToken: { expiry: -1 } })).not.toHaveProperty(
      'expiry',
    );
    await sandbox.clock.advance(101);
    expect(await start()).toMatchObject({ userId: 'ada' });
  });

  it('lets people become administrators unless it fixes the type', async () => {
    expect(await (await exchange({})).start({ type: 2 })).toMatchObject({ sessionType: 2 });
    expect(await (await exchange({ sessionType: 0 })).start({ type: 2 })).toMatchObject({ sessionType: 0 });
  });

  it('drops what may not be asked for, takes unknown names, and narrows a star', async () => {
    const { start, appToken } = await exchange({ sessionPrivileges: 'edit:*' });
    const asked = await start({ sessionPrivileges: 'list:*,appid:spaces,edit:0_abc,setrole:1' });
    expect(asked['privileges']).toBe(`sessionid:${appToken.id},apptoken:${appToken.id},edit:0_abc,appid:spaces`);
  });

  it('revokes all its sessions when it is deleted', async () => {
    const { start, sandbox, anybody, appToken } = await exchange({}, { userId: 'ada' });
    const { ks } = await start();
    expect(await anybody.call('user.get', { ks })).toMatchObject({ id: 'ada' });
    await createCaller(sandbox, { type: 2, userId: 'root' }).call('appToken.delete', { id: appToken.id });
    expect(await anybody.call('user.get', { ks })).toMatchObject({ code: 'INVALID_KS', args: { KSID: 'LOGOUT' } });
    expect(await start()).toMatchObject({ code: 'APP_TOKEN_ID_NOT_FOUND' });
  });
});

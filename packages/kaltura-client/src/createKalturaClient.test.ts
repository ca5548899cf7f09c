import { expect, it } from 'vitest';
import { createKalturaClient } from './createKalturaClient.ts';
import { KalturaEntryStatus, KalturaMediaType } from './services/KalturaMediaEntry.ts';
import { mediaAdd } from './services/mediaRequests.ts';
import { uploadTokenAdd } from './services/uploadTokenRequests.ts';
import { userGet } from './services/userRequests.ts';
import { createStaticSessionSource } from './session/createStaticSessionSource.ts';
import { connectSandbox, serviceUrl } from './testing/connectSandbox.ts';

it('creates the Kaltura user with the first call and acts as it', async () => {
  const { clientOf } = connectSandbox();
  await expect(clientOf('ada@uni.example').user.get()).resolves.toMatchObject({ id: 'ada@uni.example' });
});

it('asks for one KS when ten calls need it', async () => {
  const { clientOf, calls } = connectSandbox();
  const client = clientOf('ada@uni.example');
  await Promise.all(Array.from({ length: 10 }, () => client.uploadToken.list()));
  expect(calls.filter((call) => call === 'appToken.startSession')).toHaveLength(1);
});

it('renews a KS that Kaltura refuses, once for all who hit it, and repeats each call', async () => {
  const { clientOf, calls, sandbox, clock } = connectSandbox();
  const start = clock.now();
  const client = clientOf('ada@uni.example', { ...clock, now: () => start });
  await client.user.get();
  await sandbox.clock.advance(86_401);
  calls.length = 0;
  const tokens = await Promise.all(
    Array.from({ length: 10 }, (_, nth) => client.uploadToken.add({ fileName: `${nth}.mp4`, fileSize: 1 })),
  );
  expect(new Set(tokens.map(({ id }) => id)).size).toBe(10);
  expect(calls.filter((call) => call === 'appToken.startSession')).toHaveLength(1);
  expect(calls.filter((call) => call === 'uploadToken.add')).toHaveLength(20);
});

it('renews for a whole multirequest that was refused', async () => {
  const { clientOf, calls, sandbox, clock } = connectSandbox();
  const start = clock.now();
  const client = clientOf('ada@uni.example', { ...clock, now: () => start });
  await client.user.get();
  await sandbox.clock.advance(86_401);
  calls.length = 0;
  const [user, token] = await client.multirequest([userGet(), uploadTokenAdd({ fileName: 'a.mp4', fileSize: 1 })]);
  expect(user).toMatchObject({ ok: true, value: { id: 'ada@uni.example' } });
  expect(token).toMatchObject({ ok: true });
  expect(calls.filter((call) => call === 'multirequest')).toHaveLength(2);
});

it('repeats even a multirequest that writes when all of it was refused', async () => {
  const { clientOf, sandbox, clock } = connectSandbox();
  const start = clock.now();
  const client = clientOf('ada@uni.example', { ...clock, now: () => start });
  await client.user.get();
  await sandbox.clock.advance(86_401);
  const [entry] = await client.multirequest([mediaAdd({ mediaType: KalturaMediaType.VIDEO, name: 'Atrium' })]);
  expect(entry).toMatchObject({ ok: true, value: { name: 'Atrium' } });
  const all = await client.media.list({ filter: { statusIn: [KalturaEntryStatus.NO_CONTENT] } });
  expect(all.totalCount).toBe(1);
});

it('asks once with a session that nothing can renew', async () => {
  const { calls, fetch, clock } = connectSandbox();
  const session = createStaticSessionSource({ ks: 'worn-out', serviceUrl, partnerId: 102, userId: 'ada' });
  const client = createKalturaClient({ session, fetch, clock });
  await expect(client.user.get()).rejects.toMatchObject({ code: 'INVALID_KS' });
  expect(calls).toEqual(['user.get']);
});

it('tells the same refusal again when a renewal brings nothing new', async () => {
  const { clientOf, calls } = connectSandbox({}, 'actionslimit:1');
  const client = clientOf('ada@uni.example');
  const error: unknown = await client.uploadToken.list().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'INVALID_KS', args: { KSID: 'EXCEEDED_ACTIONS_LIMIT' } });
  expect(calls.filter((call) => call === 'uploadToken.list').length).toBeLessThanOrEqual(2);
});

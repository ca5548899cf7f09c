import { createHash } from 'node:crypto';
import { createSandbox } from '@spaces-kaltura/sandbox';
import { describe, expect, it } from 'vitest';
import { connectSandbox, serviceUrl } from '../testing/connectSandbox.ts';
import { createAppTokenSessionSource } from './createAppTokenSessionSource.ts';
import { type HashType, tokenHash } from './tokenHash.ts';

const hashTypes: readonly HashType[] = ['MD5', 'SHA1', 'SHA256', 'SHA512'];

describe.each(hashTypes)('an App Token with %s', (hashType) => {
  it('opens a session', async () => {
    const sandbox = createSandbox({ seed: 1, partners: [{ id: 102 }] });
    const { id, token } = sandbox.partner(102).addAppToken({ hashType, sessionType: 0 });
    const source = createAppTokenSessionSource({
      serviceUrl,
      partnerId: 102,
      appToken: { id, token, hashType },
      userId: 'ada@uni.example',
      fetch: (request) => sandbox.fetch(request),
    });
    await expect(source.get()).resolves.toMatchObject({ userId: 'ada@uni.example', partnerId: 102, canListAll: false });
  });

  it('is proven with the lower-case hash of KS and secret', async () => {
    const expected = createHash(hashType.toLowerCase()).update('some-ks').update('secret').digest('hex');
    await expect(tokenHash(hashType, 'some-ks', 'secret')).resolves.toBe(expected);
  });
});

it('reads from the session whether the whole account is listed', async () => {
  const all = connectSandbox({}, 'list:*,edit:*');
  const own = connectSandbox({}, 'disableentitlement');
  await expect(all.sessionOf('ada').get()).resolves.toMatchObject({ canListAll: true });
  await expect(own.sessionOf('ada').get()).resolves.toMatchObject({ canListAll: false });
});

it('acts for the user whom Kaltura found, however the id was spelled', async () => {
  const { partner, sessionOf } = connectSandbox();
  partner.addUser({ id: 'Ada@Uni.example' });
  await expect(sessionOf('ada@uni.example').get()).resolves.toMatchObject({ userId: 'Ada@Uni.example' });
});

it('opens none with a wrong secret, and says nothing of the secret', async () => {
  const { partner, fetch } = connectSandbox();
  const { id } = partner.addAppToken({ hashType: 'SHA1' });
  const token = '0123456789abcdef0123456789abcdef';
  const source = createAppTokenSessionSource({
    serviceUrl,
    partnerId: 102,
    appToken: { id, token },
    userId: 'ada',
    fetch,
  });
  const error: unknown = await source.get().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'INVALID_APP_TOKEN_HASH' });
  expect(JSON.stringify(error)).not.toContain(token);
});

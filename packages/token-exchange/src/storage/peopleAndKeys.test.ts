import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyRing } from '../secrets/keyRing.ts';
import { testDatabases } from '../testing/testDatabases.ts';
import {
  testConnection as init,
  testKey as key,
  testKeyRing as ring,
  useTestStorage,
} from '../testing/useTestStorage.ts';
import { checkKeys } from './checkKeys.ts';

describe.each(testDatabases)('storage on %s', (_, databases) => {
  const storage = useTestStorage(databases);

  describe('bindings of people to Kaltura users', () => {
    const person = {
      hub: 'atelier-nord',
      scope: 'https://www.kaltura.com|102|email',
      issuer: 'https://spaces',
      subject: 'u1',
    };

    it('are written once and never moved', async () => {
      const [one, two] = [await storage.startInstance(), await storage.startInstance()];
      expect(await one.bindings.find(person)).toBeUndefined();
      await one.bindings.bind(person, 'Ana@uni.example', 'matched');
      const again = await two.bindings.bind(person, 'other@uni.example', 'created');
      expect(again).toEqual({ kalturaUserId: 'Ana@uni.example', origin: 'matched', createdAt: storage.now() });
      expect(await two.bindings.find(person)).toEqual(again);
    });

    it('give a Kaltura user to one person only, whatever the case', async () => {
      const { bindings } = await storage.startInstance();
      await bindings.bind(person, 'Ana@uni.example', 'matched');
      const other = { ...person, subject: 'u2' };
      await expect(bindings.assertFree(other, 'ana@UNI.example')).rejects.toMatchObject({ code: 'kaltura_user_taken' });
      await expect(bindings.bind(other, 'ana@uni.example', 'matched')).rejects.toMatchObject({
        code: 'kaltura_user_taken',
      });
      await expect(
        bindings.assertFree({ ...other, hub: 'universite-delta' }, 'ana@uni.example'),
      ).resolves.toBeUndefined();
    });

    it('make one row when two processes bind the same person at once', async () => {
      const pair = [await storage.startInstance(), await storage.startInstance()];
      const attempts = Array.from({ length: 25 }, () =>
        pair.map(({ bindings }) => bindings.bind(person, 'ana', 'created')),
      );
      const bound = await Promise.all(attempts.flat());
      expect(bound.map(({ kalturaUserId }) => kalturaUserId)).toEqual(Array.from({ length: 50 }, () => 'ana'));
      expect(await pair[0]?.database.selectFrom('user_bindings').selectAll().execute()).toHaveLength(1);
    });
  });

  describe('keys', () => {
    it('are checked against the database at the start', async () => {
      const { database } = await storage.startInstance();
      await checkKeys(database, ring);
      await checkKeys(database, ring);
      const next = { kid: 'k2', key: randomBytes(32) };
      await checkKeys(database, createKeyRing([next, { kid: 'k1', key }]));
      await checkKeys(database, createKeyRing([next]));
      const wrong = createKeyRing([{ kid: 'k1', key: randomBytes(32) }]);
      await expect(checkKeys(database, wrong)).rejects.toThrow('The key "k1" is not the one');
      const strange = createKeyRing([{ kid: 'k3', key: randomBytes(32) }]);
      await expect(checkKeys(database, strange)).rejects.toThrow('none is in the key ring');
    });

    it('make records unreadable where theirs is missing', async () => {
      await (await storage.startInstance()).connections.store(init);
      const { connections } = await storage.startInstance(createKeyRing([{ kid: 'k2', key: randomBytes(32) }]));
      expect(await connections.get('atelier-nord')).toEqual({ hub: 'atelier-nord', state: 'unreadable' });
    });
  });
});

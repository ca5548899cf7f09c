import { describe, expect, it } from 'vitest';
import { createKalturaClient, type KalturaClient } from '../createKalturaClient.ts';
import { KalturaApiError, KalturaForbiddenError, NetworkError, WriteLostError } from '../errors.ts';
import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import { connectSandbox, type SandboxConnection } from '../testing/connectSandbox.ts';
import { projectionOf, setProjection, type EntryProjection } from './setProjection.ts';

const ada = 'ada@uni.example';
const bob = 'bob@uni.example';
const around: EntryProjection = { projection: 'equirectangular', stereoMode: 'mono' };
const stereo: EntryProjection = { projection: 'equirectangular', stereoMode: 'top-bottom' };
const flat: EntryProjection = { projection: 'flat', stereoMode: 'mono' };

const addEntry = (connection: SandboxConnection, more: { tags?: string; partnerData?: string } = {}): string =>
  connection.partner.addEntry({ name: 'Atrium', mediaType: 2, userId: ada, description: 'From above', ...more }).id;

/** Everything of an entry but what a change of how it is shown may touch. */
const rest = ({ tags: _t, partnerData: _p, updatedAt: _u, ...others }: KalturaMediaEntry): object => others;

describe('treating an entry as 360°', () => {
  it('adds the tag to those that are there, and changes nothing else', async () => {
    const connection = connectSandbox();
    const client = connection.clientOf(ada);
    const id = addEntry(connection, { tags: 'lobby, 360 tour' });
    const before = await client.media.get(id);
    const entry = await setProjection(client, id, around);
    expect(entry.tags).toEqual(['lobby', '360 tour', '360']);
    expect(entry.partnerData).toBe(before.partnerData);
    expect(rest(entry)).toEqual(rest(before));
    expect(await client.media.get(id)).toEqual(entry);
  });

  it.each([
    ['nothing', undefined, '{"spacesKaltura":1,"stereo":"top-bottom"}'],
    ['blanks', ' ', '{"spacesKaltura":1,"stereo":"top-bottom"}'],
    [
      'our upload',
      '{"spacesKaltura":1,"uploadId":"u1","stereo":"mono"}',
      '{"spacesKaltura":1,"uploadId":"u1","stereo":"top-bottom"}',
    ],
    ['another integration', '{"lms":7}', '{"lms":7}'],
    ['a later format of ours', '{"spacesKaltura":2,"eyes":2}', '{"spacesKaltura":2,"eyes":2}'],
  ])('keeps the layout of the eyes where partnerData holds %s', async (_, partnerData, kept) => {
    const connection = connectSandbox();
    const client = connection.clientOf(ada);
    const id = addEntry(connection, partnerData === undefined ? {} : { partnerData });
    const entry = await setProjection(client, id, stereo);
    expect(entry).toMatchObject({ tags: ['360'], partnerData: kept });
  });

  it('writes nothing where everything is so already', async () => {
    const connection = connectSandbox();
    const id = addEntry(connection, { tags: '360' });
    await connection.sandbox.clock.advance(60);
    const entry = await setProjection(connection.clientOf(ada), id, around);
    expect(entry.updatedAt).toBe(entry.createdAt);
    expect(connection.calls.filter((call) => call === 'multirequest')).toEqual([]);
  });
});

describe('undoing it', () => {
  it.each([
    ['a plain entry', {}],
    ['tags', { tags: 'lobby, vr' }],
    ['an upload from here', { partnerData: '{"spacesKaltura":1,"uploadId":"u1","stereo":"mono"}' }],
    ['another layout', { tags: 'lobby, 360', partnerData: '{"spacesKaltura":1,"stereo":"left-right"}' }],
    ['somebody else’s partnerData', { partnerData: 'x' }],
  ])('leaves %s as it was', async (_, init) => {
    const connection = connectSandbox();
    const client = connection.clientOf(ada);
    const id = addEntry(connection, init);
    const before = await client.media.get(id);
    await setProjection(client, id, stereo);
    const after = await setProjection(client, id, projectionOf(before));
    expect({ ...after, updatedAt: 0 }).toEqual({ ...before, updatedAt: 0 });
  });

  it('brings back the layout of an entry that was made flat', async () => {
    const connection = connectSandbox();
    const client = connection.clientOf(ada);
    const id = addEntry(connection, { tags: '360, lobby', partnerData: '{"spacesKaltura":1,"stereo":"left-right"}' });
    const before = projectionOf(await client.media.get(id));
    const plain = await setProjection(client, id, flat);
    expect(plain).toMatchObject({ tags: ['lobby'], partnerData: null });
    expect(projectionOf(await setProjection(client, id, before))).toEqual(before);
  });
});

describe('who may', () => {
  it('the owner, however the id is written, and an editor', async () => {
    const connection = connectSandbox({}, 'list:*,edit:*');
    const id = addEntry(connection);
    await expect(setProjection(connection.clientOf('ADA@uni.example'), id, around)).resolves.toMatchObject({
      tags: ['360'],
    });
    await expect(setProjection(connection.clientOf(bob), id, flat)).resolves.toMatchObject({ tags: [] });
  });

  it('not who only sees it: forbidden, without asking for another session', async () => {
    const connection = connectSandbox();
    const id = addEntry(connection);
    await expect(setProjection(connection.clientOf(bob), id, around)).rejects.toThrow(KalturaForbiddenError);
    expect(connection.calls.filter((call) => call === 'appToken.startSession')).toHaveLength(1);
    expect((await connection.clientOf(ada).media.get(id)).tags).toEqual([]);
  });

  it('nobody, once it is deleted', async () => {
    const connection = connectSandbox();
    const error: unknown = await setProjection(connection.clientOf(ada), '0_gone', around).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(KalturaApiError);
    expect(error).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
  });
});

describe('when somebody else writes at the same time', () => {
  /** Ada's client; `meanwhile` runs before each of her writes reaches Kaltura, told how many have. */
  function adaWith(connection: SandboxConnection, meanwhile: (writes: number) => Promise<unknown>): KalturaClient {
    let writes = 0;
    return createKalturaClient({
      session: connection.sessionOf(ada),
      clock: connection.clock,
      async fetch(request) {
        if (request.url.endsWith('/multirequest')) await meanwhile(writes++);
        return connection.sandbox.fetch(request);
      },
    });
  }

  it('keeps their tags and ours', async () => {
    const connection = connectSandbox();
    const other = connection.clientOf(ada);
    const id = addEntry(connection, { tags: 'lobby' });
    const client = adaWith(connection, async (writes) => {
      if (writes === 0) await other.media.update(id, { tags: ['lobby', 'winter'] });
    });
    const entry = await setProjection(client, id, stereo);
    expect(entry).toMatchObject({
      tags: ['lobby', 'winter', '360'],
      partnerData: '{"spacesKaltura":1,"stereo":"top-bottom"}',
    });
  });

  it('gives partnerData back to who has taken it', async () => {
    const connection = connectSandbox();
    const other = connection.clientOf(ada);
    const id = addEntry(connection);
    const client = adaWith(connection, async (writes) => {
      if (writes === 0) await other.media.update(id, { partnerData: '{"lms":7}' });
    });
    await setProjection(client, id, stereo);
    expect(await other.media.get(id)).toMatchObject({ tags: ['360'], partnerData: '{"lms":7}' });
  });

  it('does not undo what another tab has done alike', async () => {
    const connection = connectSandbox();
    const id = addEntry(connection);
    const client = adaWith(connection, (writes) =>
      writes === 0 ? setProjection(connection.clientOf(ada), id, stereo) : Promise.resolve(),
    );
    await expect(setProjection(client, id, stereo)).resolves.toMatchObject({ tags: ['360'] });
  });

  it('gives up on who never stops, and says so', async () => {
    const connection = connectSandbox();
    const other = connection.clientOf(ada);
    const id = addEntry(connection);
    const client = adaWith(connection, (writes) => other.media.update(id, { tags: [`tag ${writes}`] }));
    await expect(setProjection(client, id, around)).rejects.toThrow(WriteLostError);
  });
});

describe('when the answer is lost', () => {
  it('finds its own change and ends well', async () => {
    const connection = connectSandbox();
    const id = addEntry(connection, { tags: 'lobby' });
    let lost = 0;
    const client = createKalturaClient({
      session: connection.sessionOf(ada),
      clock: connection.clock,
      async fetch(request) {
        const isWrite = request.url.endsWith('/multirequest');
        const response = await connection.sandbox.fetch(request);
        if (isWrite && lost++ === 0) throw new TypeError('reset');
        return response;
      },
    });
    await expect(setProjection(client, id, around)).resolves.toMatchObject({ tags: ['lobby', '360'] });
    expect(lost).toBe(2);
  });

  it('says so when there is no network at all', async () => {
    const connection = connectSandbox();
    const id = addEntry(connection);
    const session = connection.sessionOf(ada);
    await session.get();
    const client = createKalturaClient({
      session,
      clock: connection.clock,
      fetch: () => Promise.reject(new TypeError('offline')),
    });
    await expect(setProjection(client, id, around)).rejects.toThrow(NetworkError);
  });
});

import { describe, expect, it } from 'vitest';
import { addMedia } from '../testing/addMedia.ts';
import { connectSandbox } from '../testing/connectSandbox.ts';
import { sampleImage, sampleSound } from '../testing/sampleFiles.ts';
import { entryState, KalturaEntryStatus, KalturaMediaType } from './KalturaMediaEntry.ts';
import { isSpherical, stereoModeOf } from './spherical.ts';
import { KalturaUploadTokenStatus } from './uploadTokenRequests.ts';

const ada = 'ada@uni.example';
const bob = 'bob@uni.example';

describe('a sound', () => {
  it('goes from nothing to ready', async () => {
    const { clientOf, fetch, sandbox } = connectSandbox();
    const client = clientOf(ada);
    const entry = await addMedia(client, fetch, sampleSound, {
      mediaType: KalturaMediaType.AUDIO,
      name: 'Silence',
      tags: ['360', 'Lobby'],
      partnerData: '{"spacesKaltura":1,"uploadId":"u1","stereo":"top-bottom"}',
    });
    expect(entryState(entry)).toBe('processing');
    expect(isSpherical(entry)).toBe(true);
    expect(stereoModeOf(entry)).toBe('top-bottom');
    expect(entry.tags).toEqual(['360', 'lobby']);
    await expect(client.media.list()).resolves.toMatchObject({ totalCount: 0 });
    await sandbox.clock.advance(60);
    await expect(client.media.get(entry.id)).resolves.toMatchObject({ status: KalturaEntryStatus.READY, userId: ada });
    await expect(client.media.list()).resolves.toMatchObject({ totalCount: 1, objects: [{ id: entry.id }] });
    await expect(client.media.addContent(entry.id, 'x')).rejects.toMatchObject({ code: 'ENTRY_ALREADY_WITH_CONTENT' });
  });
});

describe('an image', () => {
  it('is ready at once, with its size and its picture', async () => {
    const { clientOf, fetch } = connectSandbox();
    const image = await addMedia(clientOf(ada), fetch, sampleImage, {
      mediaType: KalturaMediaType.IMAGE,
      name: 'Lobby',
    });
    expect(image).toMatchObject({ status: KalturaEntryStatus.READY, width: 200, height: 100, msDuration: null });
    expect(image.thumbnailUrl).toMatch(/^https:\/\/kaltura\.test\/p\/102\//);
    expect(image.downloadUrl).toMatch(/^https:\/\/kaltura\.test\/p\/102\//);
  });
});

describe('a list', () => {
  it('has what the filter asks for, in the order that is asked for', async () => {
    const { clientOf, partner } = connectSandbox();
    const client = clientOf(ada);
    const add = (name: string, mediaType: number, more: object = {}): string =>
      partner.addEntry({ name, mediaType, userId: ada, ...more }).id;
    const [film, sound] = [add('Film', 1, { plays: 3 }), add('Sound', 5, { plays: 9 })];
    const theirs = partner.addEntry({ name: 'Theirs', mediaType: 2, userId: bob, tags: '360' }).id;
    const processing = add('Processing', 1, { status: 1 });
    const idsWith = async (params: Parameters<typeof client.media.list>[0]): Promise<string[]> =>
      (await client.media.list(params)).objects.map(({ id }) => id);

    await expect(idsWith({ orderBy: '+name' })).resolves.toEqual([film, sound, theirs]);
    await expect(idsWith({ orderBy: '-plays', filter: { userIdEqual: ada } })).resolves.toEqual([sound, film]);
    await expect(idsWith({ filter: { mediaTypeIn: [KalturaMediaType.AUDIO] } })).resolves.toEqual([sound]);
    await expect(idsWith({ filter: { statusIn: [KalturaEntryStatus.PRECONVERT] } })).resolves.toEqual([processing]);
    await expect(idsWith({ filter: { tagsLike: '360' } })).resolves.toEqual([theirs]);
    await expect(idsWith({ filter: { idIn: [sound, theirs] }, orderBy: '+name' })).resolves.toEqual([sound, theirs]);
    await expect(idsWith({ orderBy: '+name', pager: { pageIndex: 2, pageSize: 2 } })).resolves.toEqual([theirs]);
  });

  it('is everybody’s or one’s own, as the App Token says', async () => {
    for (const [privileges, expected] of [
      ['list:*', 2],
      ['disableentitlement', 1],
    ] as const) {
      const { clientOf, partner } = connectSandbox({}, privileges);
      for (const userId of [ada, bob]) partner.addEntry({ name: userId, mediaType: 2, userId });
      await expect(clientOf(ada).media.list()).resolves.toMatchObject({ totalCount: expected });
    }
  });
});

describe('an entry of somebody else', () => {
  it('may be looked at, and changing it is forbidden without asking for a new session', async () => {
    const { clientOf, partner, calls } = connectSandbox();
    const { id } = partner.addEntry({ name: 'Theirs', mediaType: 2, userId: bob });
    const client = clientOf(ada);
    await expect(client.media.get(id)).resolves.toMatchObject({ userId: bob });
    calls.length = 0;
    const update = client.media.update(id, { name: 'Mine' });
    await expect(update).rejects.toMatchObject({ name: 'KalturaForbiddenError', code: 'INVALID_KS' });
    expect(calls).toEqual(['media.update']);
    await expect(clientOf(bob).media.update(id, { tags: ['360'] })).resolves.toMatchObject({
      tags: ['360'],
      name: 'Theirs',
    });
  });
});

describe('an upload token', () => {
  it('is added, found and deleted, and hidden from others', async () => {
    const { clientOf } = connectSandbox();
    const client = clientOf(ada);
    const token = await client.uploadToken.add({ fileName: 'film.mp4', fileSize: 6_000_000_000 });
    expect(token).toMatchObject({
      status: KalturaUploadTokenStatus.PENDING,
      fileSize: 6_000_000_000,
      uploadedFileSize: 0,
    });
    await expect(client.uploadToken.get(token.id)).resolves.toEqual(token);
    await expect(client.uploadToken.list({ fileNameEqual: 'film.mp4' })).resolves.toMatchObject({ totalCount: 1 });
    await expect(clientOf(bob).uploadToken.get(token.id)).rejects.toMatchObject({ code: 'UPLOAD_TOKEN_NOT_FOUND' });
    await client.uploadToken.delete(token.id);
    await expect(client.uploadToken.get(token.id)).rejects.toMatchObject({ code: 'UPLOAD_TOKEN_NOT_FOUND' });
  });
});

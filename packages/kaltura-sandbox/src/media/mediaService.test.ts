import { describe, expect, it } from 'vitest';
import { startConversation, tinyImage, tinyVideo } from './startConversation.ts';

describe('media.add', () => {
  it('makes an entry without content, owned by the session user', async () => {
    const { as } = startConversation();
    const bob = await as('bob');
    expect(await bob.addEntry({ mediaType: 1, tags: 'VR,360' })).toMatchObject({
      name: '102_1800000000',
      userId: 'bob',
      creatorId: 'bob',
      tags: 'vr, 360',
      status: 7,
      sourceType: '6',
      version: 0,
    });
  });

  it('refuses what only an administrator may say and drops what a user may not', async () => {
    const { as, asAdmin } = startConversation();
    const bob = await as('bob');
    const admin = await asAdmin();
    expect(await bob.addEntry({ mediaType: 1, adminTags: 'x' })).toMatchObject({
      code: 'PROPERTY_VALIDATION_ADMIN_PROPERTY',
    });
    expect(await bob.addEntry({ mediaType: 1, userId: 'alice' })).toMatchObject({
      code: 'INVALID_KS',
      args: { ERR_CODE: '-4' },
    });
    expect(await bob.addEntry({ name: 'no type' })).toMatchObject({ code: 'PROPERTY_VALIDATION_CANNOT_BE_NULL' });
    expect(await bob.addEntry({ mediaType: 1, status: 2 })).toMatchObject({
      code: 'PROPERTY_VALIDATION_NOT_UPDATABLE',
    });
    expect(await bob.addEntry({ mediaType: 1, referenceId: 'mine' })).not.toHaveProperty('referenceId');
    expect(await admin.addEntry({ mediaType: 1, referenceId: 'mine', userId: 'alice' })).toMatchObject({
      referenceId: 'mine',
      userId: 'alice',
      creatorId: 'alice',
    });
  });

  it('takes own and global conversion profiles, and none', async () => {
    const { as } = startConversation();
    const bob = await as('bob');
    const add = (conversionProfileId: unknown) => bob.addEntry({ mediaType: 1, conversionProfileId });
    expect(await add(12)).toMatchObject({ conversionProfileId: 12 });
    // Without anything to make of it, there is nothing to wait for.
    expect(await add(-1)).toMatchObject({ conversionProfileId: -1, status: 2 });
    expect(await add('abc')).toMatchObject({ code: 'CONVERSION_PROFILE_ID_NOT_FOUND', args: { ID: '0' } });
  });
});

describe('media.addContent', () => {
  it('makes an image READY in the same call', async () => {
    const { as } = startConversation();
    const bob = await as('bob');
    expect(await bob.addEntry({ mediaType: 2 }, tinyImage)).toMatchObject({
      status: 2,
      width: 3,
      height: 2,
      version: '100012',
    });
  });

  it('converts a video to READY with the flavors of its profile', async () => {
    const { as, sandbox } = startConversation({ conversionTime: 20 });
    const bob = await as('bob');
    const { id, ...entry } = await bob.addEntry({ mediaType: 1, name: 'Lobby' }, tinyVideo);
    expect(entry).toMatchObject({ status: 1, sourceType: '1' });
    const flavors = () => bob.call('flavorAsset.list', { filter: { entryIdEqual: id } });
    expect((await flavors()).objects).toMatchObject([{ status: 0, tags: 'source', isOriginal: true }]);

    await sandbox.clock.advance(10);
    expect(await bob.call('media.get', { entryId: id })).toMatchObject({ status: 1, width: 64, msDuration: 1200 });
    await sandbox.clock.advance(10);
    expect(await bob.call('media.get', { entryId: id })).toMatchObject({ status: 2, flavorParamsIds: '0,2' });
    expect((await flavors()).objects).toMatchObject([
      { flavorParamsId: 0, status: 2, tags: 'source,web', videoCodecId: 'avc1' },
      { flavorParamsId: 2, status: 2 },
      { flavorParamsId: 3, status: 4 },
      { flavorParamsId: 4, status: 4 },
      { flavorParamsId: 5, status: 4 },
      { flavorParamsId: 6, status: 4 },
      { flavorParamsId: 7, status: 4 },
    ]);
    const { sources } = await bob.call<{ sources: { format: string }[] }>('baseEntry.getPlaybackContext', {
      entryId: id,
      contextDataParams: { objectType: 'KalturaPlaybackContextOptions' },
    });
    expect(sources.map(({ format }) => format)).toEqual([
      'url',
      'applehttp',
      'hdnetworkmanifest',
      'mpegdash',
      'applehttp',
    ]);
  });

  it('starts when the last byte of an attached token arrives', async () => {
    const { as, sandbox } = startConversation();
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 1 });
    const token = (await bob.call('uploadToken.add')).id;
    const resource = { objectType: 'KalturaUploadedFileTokenResource', token };
    expect(await bob.call('media.addContent', { entryId: id, resource })).toMatchObject({ status: 0 });
    expect(await bob.call('uploadToken.get', { uploadTokenId: token })).toMatchObject({
      attachedObjectType: 'flavorAsset',
    });

    await bob.uploadTo(token, tinyVideo);
    expect(await bob.call('uploadToken.get', { uploadTokenId: token })).toMatchObject({ status: 3 });
    await sandbox.clock.advance(60);
    expect(await bob.call('media.get', { entryId: id })).toMatchObject({ status: 2 });
  });

  it('strands an entry that gets a used token, and refuses content twice', async () => {
    const { as, sandbox } = startConversation();
    const bob = await as('bob');
    const token = await bob.upload(tinyImage, 'pano.png');
    const attach = async (entryId: string) =>
      bob.call('media.addContent', { entryId, resource: { objectType: 'KalturaUploadedFileTokenResource', token } });
    const first = await bob.addEntry({ mediaType: 2 });
    const second = await bob.addEntry({ mediaType: 2 });
    expect(await attach(first.id)).toMatchObject({ status: 2 });
    expect(await attach(first.id)).toMatchObject({ code: 'ENTRY_ALREADY_WITH_CONTENT' });
    expect(await attach(second.id)).toMatchObject({ status: 0 });
    await sandbox.clock.advance(3600);
    expect(await bob.call('media.get', { entryId: second.id })).toMatchObject({ status: 0 });
  });

  it('refuses resources that name nothing', async () => {
    const { as } = startConversation();
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 1 });
    const attach = (resource: Record<string, unknown>) => bob.call('media.addContent', { entryId: id, resource });
    expect(await attach({ objectType: 'KalturaUploadedFileTokenResource' })).toMatchObject({
      code: 'PROPERTY_VALIDATION_CANNOT_BE_NULL',
    });
    expect(await attach({ objectType: 'KalturaUploadedFileTokenResource', token: '0_nosuch' })).toMatchObject({
      code: 'UPLOAD_TOKEN_NOT_FOUND',
    });
    expect(await attach({ token: 'x' })).toMatchObject({ code: 'OBJECT_TYPE_ABSTRACT' });
    expect(await attach({ objectType: 'KalturaUrlResource', url: 'https://media.example/a.mp4' })).toMatchObject({
      status: 0,
      sourceType: '5',
    });
  });

  it('never finishes a picture in a video entry', async () => {
    const { as, sandbox } = startConversation();
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 1 }, tinyImage);
    await sandbox.clock.advance(3600);
    expect(await bob.call('media.get', { entryId: id })).toMatchObject({
      status: 1,
      width: 3,
      msDuration: 40,
      duration: 0,
      flavorParamsIds: '0',
    });
  });

  it('ends at an error where told to, and where nothing can be played', async () => {
    const { as, sandbox, partner } = startConversation();
    const bob = await as('bob');
    partner.failNextUpload('converting');
    const failing = await bob.addEntry({ mediaType: 1 }, tinyVideo);
    const broken = await bob.addEntry({ mediaType: 1 }, tinyVideo.slice(0, 600));
    await sandbox.clock.advance(60);
    expect(await bob.call('media.get', { entryId: failing.id })).toMatchObject({ status: -1 });
    expect(await bob.call('media.get', { entryId: broken.id })).toMatchObject({ status: -1 });
    partner.failNextUpload('importing');
    expect(await bob.addEntry({ mediaType: 1 }, tinyVideo)).toMatchObject({ status: -2 });
  });
});

describe('whose an entry is', () => {
  it('lets others read it by id, but neither list, change nor delete it', async () => {
    const { as, sandbox } = startConversation();
    const bob = await as('bob');
    const alice = await as('alice');
    const { id } = await bob.addEntry({ mediaType: 2, name: 'Pano' }, tinyImage);
    await sandbox.clock.advance(2);
    const update = { entryId: id, mediaEntry: { name: 'Hers' } };

    expect(await alice.call('media.get', { entryId: id })).toMatchObject({ name: 'Pano' });
    expect(await alice.call('media.list')).toMatchObject({ totalCount: 0 });
    expect(await alice.call('media.list', { filter: { idIn: id } })).toMatchObject({ totalCount: 1 });
    expect(await alice.call('media.update', update)).toMatchObject({ code: 'INVALID_KS', args: { ERR_CODE: '-4' } });
    expect(await alice.call('media.delete', { entryId: id })).toMatchObject({ code: 'INVALID_KS' });

    const listingAll = await as('alice', 'list:*');
    expect(await listingAll.call('media.list')).toMatchObject({ totalCount: 1 });
    const editor = await as('alice', `edit:${id}`);
    expect(await editor.call('media.update', update)).toMatchObject({ name: 'Hers' });
  });

  it('keeps a deleted entry only for lists that ask for its status', async () => {
    const { as, sandbox } = startConversation();
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 2 }, tinyImage);
    expect(await bob.call('media.delete', { entryId: id })).toBeNull();
    await sandbox.clock.advance(2);
    expect(await bob.call('media.get', { entryId: id })).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    expect(await bob.call('media.list')).toMatchObject({ totalCount: 0 });
    expect(await bob.call('media.list', { filter: { statusEqual: 3 } })).toMatchObject({ totalCount: 1 });
  });
});

describe('media.update', () => {
  it('refuses other values for what is fixed and takes equal ones', async () => {
    const { as } = startConversation();
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 1, description: 'long', partnerData: '{}' });
    const update = (mediaEntry: Record<string, unknown>) => bob.call('media.update', { entryId: id, mediaEntry });
    expect(await update({ mediaType: 2 })).toMatchObject({ code: 'PROPERTY_VALIDATION_NOT_UPDATABLE' });
    expect(await update({ mediaType: 1, description__null: '', partnerData: 'x' })).toMatchObject({
      description: '',
      partnerData: 'x',
    });
  });
});

describe('media.list', () => {
  it('knows of changes only after the lag of the index', async () => {
    const { as, sandbox } = startConversation({ indexLag: 30 });
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 2, name: 'Pano' }, tinyImage);
    expect(await bob.call('media.get', { entryId: id })).toMatchObject({ status: 2 });
    expect(await bob.call('media.list')).toMatchObject({ totalCount: 0 });
    await sandbox.clock.advance(30);
    expect(await bob.call('media.list')).toMatchObject({ totalCount: 1 });
  });

  it('finds entries by who may edit them and by their renditions', async () => {
    const { as, asAdmin, sandbox } = startConversation();
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 1, entitledUsersEdit: 'alice, carl' }, tinyVideo);
    await sandbox.clock.advance(60);
    const total = async (filter: Record<string, unknown>) => (await bob.call('media.list', { filter })).totalCount;
    expect(await total({ entitledUsersEditMatchOr: 'dora,ALICE' })).toBe(1);
    expect(await total({ entitledUsersEditMatchAnd: 'dora,alice' })).toBe(0);
    expect(await total({ flavorParamsIdsMatchAnd: '0,2' })).toBe(1);
    expect(await total({ flavorParamsIdsMatchOr: '7' })).toBe(0);
    expect(await bob.call('flavorAsset.list', { filter: { entryIdEqual: id, tagsLike: 'source' } })).toMatchObject({
      totalCount: 1,
    });
    expect(await (await asAdmin()).call('user.get', { userId: 'carl' })).toMatchObject({ id: 'carl' });
  });

  it('knows the fields of media only where media are listed', async () => {
    const { as, sandbox } = startConversation();
    const bob = await as('bob');
    await bob.addEntry({ mediaType: 2 }, tinyImage);
    await sandbox.clock.advance(2);
    const filter = { mediaTypeEqual: 1 };
    expect(await bob.call('media.list', { filter })).toMatchObject({ totalCount: 0 });
    expect(await bob.call('baseEntry.list', { filter })).toMatchObject({ totalCount: 1 });
    const ofMedia = { ...filter, objectType: 'KalturaMediaEntryFilter' };
    expect(await bob.call('baseEntry.list', { filter: ofMedia })).toMatchObject({ totalCount: 0 });
  });

  it('answers errors of the search engine in Kaltura’s words', async () => {
    const { as } = startConversation();
    const bob = await as('bob');
    expect(await bob.call('media.list', { filter: { freeText: '!' } })).toMatchObject({
      code: 'INTERNAL_SERVERL_ERROR',
    });
    expect(await bob.call('media.list', { pager: { pageSize: 500, pageIndex: 21 } })).toMatchObject({
      code: 'QUERY_EXCEEDED_MAX_MATCHES_ALLOWED',
    });
  });
});

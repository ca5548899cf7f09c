import { describe, expect, it } from 'vitest';
import { startConversation, tinyVideo } from './startConversation.ts';

describe('conversion profiles', () => {
  it('are for administrators alone', async () => {
    const { as } = startConversation();
    const bob = await as('bob');
    for (const action of ['conversionProfile.list', 'conversionProfile.getDefault', 'flavorParams.list']) {
      expect(await bob.call(action)).toMatchObject({ code: 'SERVICE_FORBIDDEN' });
    }
  });

  it('are the account’s own and those of everybody', async () => {
    const { asAdmin } = startConversation();
    const admin = await asAdmin();
    const profile = {
      objectType: 'KalturaConversionProfile',
      name: 'Spaces',
      systemName: 'spaces',
      flavorParamsIds: '0,2,5',
    };
    const added = await admin.call('conversionProfile.add', { conversionProfile: profile });
    expect(added).toMatchObject({ name: 'Spaces', flavorParamsIds: '0,2,5', isDefault: false });
    expect(added).not.toHaveProperty('tags');
    expect(await admin.call('conversionProfile.add', { conversionProfile: profile })).toMatchObject({
      code: 'SYSTEM_NAME_ALREADY_EXISTS',
    });
    const { objects } = await admin.call('conversionProfile.list', { filter: { typeEqual: 1, orderBy: '-createdAt' } });
    expect(objects.map(({ name }) => name).slice(0, 3)).toEqual(['Default', 'Spaces', 'Capture_Tools_Content']);
    expect(await admin.call('conversionProfile.get', { id: added.id })).toMatchObject({ tags: '' });
    expect(await admin.call('conversionProfile.get', { id: 99 })).toMatchObject({
      code: 'CONVERSION_PROFILE_ID_NOT_FOUND',
    });
  });

  it('decide what becomes of an upload', async () => {
    const { as, sandbox } = startConversation();
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 1, conversionProfileId: 12 }, tinyVideo);
    await sandbox.clock.advance(60);
    expect(await bob.call('media.get', { entryId: id })).toMatchObject({ status: 2, flavorParamsIds: '0' });
    // The source alone is no DASH.
    const { sources } = await bob.call<{ sources: { format: string }[] }>('baseEntry.getPlaybackContext', {
      entryId: id,
      contextDataParams: { objectType: 'KalturaPlaybackContextOptions' },
    });
    expect(sources.map(({ format }) => format)).toEqual(['url', 'hdnetworkmanifest']);
  });
});

describe('flavor assets', () => {
  it('are listed per entry, by status, and have a URL once they are there', async () => {
    const { as, sandbox } = startConversation();
    const bob = await as('bob');
    const { id } = await bob.addEntry({ mediaType: 1, name: 'Atrium 360°' }, tinyVideo);
    const list = (filter: Record<string, unknown>) => bob.call('flavorAsset.list', { filter });
    const [source] = (await list({ entryIdEqual: id })).objects;
    expect(await bob.call('flavorAsset.getUrl', { id: source?.id })).toMatchObject({
      code: 'FLAVOR_ASSET_IS_NOT_READY',
    });
    await sandbox.clock.advance(60);

    expect((await list({ entryIdEqual: id, statusEqual: 2 })).totalCount).toBe(2);
    expect((await list({ entryIdIn: `${id},0_nosuch`, flavorParamsIdIn: '2,3' })).totalCount).toBe(2);
    expect(await list({})).toMatchObject({ code: 'PROPERTY_VALIDATION_CANNOT_BE_NULL' });
    expect(await bob.call('flavorAsset.getUrl', { id: source?.id })).toBe(
      `http://kaltura.test/p/102/sp/10200/serveFlavor/entryId/${id}/v/12/ev/2/flavorId/${source?.id}` +
        '/fileName/Atrium_360__(Source).bin/forceproxy/true/name/a.bin',
    );
    expect(await bob.call('flavorAsset.getByEntryId', { entryId: '0_nosuch' })).toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { createMemoryBytes } from '../bytes/memoryBytes.ts';
import { createAssets } from '../demo/assets.ts';
import { type Caller, startConversation } from './startConversation.ts';

interface Context {
  sources: object[];
  actions: { type: number }[];
  messages: { code: string }[];
}

describe('an entry whose access control wants an authenticated session', () => {
  const start = () => {
    const bytes = createMemoryBytes();
    const conversation = startConversation({ bytes });
    const file = { ...createAssets(bytes).content('heart-model'), accessControl: 'authenticated' } as const;
    const { id } = conversation.partner.addEntry({ ...file, name: 'Members only', userId: 'alice' });
    const contextOf = (caller: Caller) => caller.call<Context>('baseEntry.getPlaybackContext', asked(id));
    return { ...conversation, id, contextOf };
  };
  const asked = (entryId: string) => ({
    entryId,
    contextDataParams: { objectType: 'KalturaPlaybackContextOptions' },
  });

  it.each([
    ['its owner', 'alice', ''],
    ['somebody who lists everything', 'bob', 'disableentitlement,list:*'],
    ['somebody who may view another', 'bob', 'sview:0_other000'],
  ])('is blocked for %s', async (_, userId, privileges) => {
    const { as, id, contextOf } = start();
    const caller = await as(userId, privileges);
    expect(await contextOf(caller)).toMatchObject({
      sources: [],
      actions: [{ type: 1, objectType: 'KalturaAccessControlBlockAction' }],
      messages: [{ code: 'SESSION_RESTRICTED' }],
    });
    expect(await caller.call('baseEntry.getContextData', asked(id))).toMatchObject({ isSessionRestricted: true });
    // Its description can be read all the same.
    expect(await caller.call('media.get', { entryId: id })).toMatchObject({ name: 'Members only' });
  });

  it('is open for a session that may view it, and for administrators', async () => {
    const { as, asAdmin, id, contextOf } = start();
    for (const caller of [await as('bob', `sview:${id}`), await as('bob', 'sview:*'), await asAdmin()]) {
      expect(await contextOf(caller)).toMatchObject({ actions: [], messages: [] });
      expect((await contextOf(caller)).sources.length).toBeGreaterThan(0);
      expect(await caller.call('baseEntry.getContextData', asked(id))).toMatchObject({ isSessionRestricted: false });
    }
  });
});

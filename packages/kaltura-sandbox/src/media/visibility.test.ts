import { expect, it } from 'vitest';
import { type Caller, startConversation } from './startConversation.ts';

const names = async (caller: Caller) =>
  (await caller.call('media.list', { filter: { orderBy: '+name' } })).objects.map(({ name }) => name);

it('lists the own entries, all of them, or those of the session’s context', async () => {
  const { as, partner, sandbox } = startConversation();
  const entry = { mediaType: 2, userId: 'alice' };
  partner.addEntry({ ...entry, name: 'Of the hub', contexts: ['hub'] });
  const elsewhere = partner.addEntry({ ...entry, name: 'Of the school', contexts: ['school'] });
  const loose = partner.addEntry({ ...entry, name: 'Of nobody' });
  partner.addEntry({ ...entry, name: 'Own', userId: 'bob', contexts: ['school'] });
  await sandbox.clock.advance(2);

  expect(await names(await as('Bob'))).toEqual(['Own']);
  expect(await names(await as('bob', 'disableentitlement,list:*'))).toHaveLength(4);
  expect(await names(await as('bob', 'enableentitlement,privacycontext:hub'))).toEqual(['Own']);
  expect(await names(await as('bob', `disableentitlementforentry:${loose.id}`))).toEqual(['Of nobody', 'Own']);

  const inHub = await as('bob', 'enableentitlement,privacycontext:hub,list:*');
  expect(await names(inHub)).toEqual(['Of the hub', 'Own']);
  expect(await inHub.call('media.get', { entryId: elsewhere.id })).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
  expect(await inHub.call('media.list', { filter: { idIn: elsewhere.id } })).toMatchObject({ totalCount: 0 });
  expect(await inHub.call('media.get', { entryId: loose.id })).toMatchObject({ name: 'Of nobody' });
});

import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KalturaClient } from '../createKalturaClient.ts';
import { connectSandbox, type SandboxConnection } from '../testing/connectSandbox.ts';
import { toSearchText } from './toSearchText.ts';

const names = [
  'Mountain panorama',
  'Beach panorama',
  'Ünïcode näme 日本語',
  'vr-360 tour',
  'lobby.mp4',
  'Salle d’exposition, rez-de-chaussée',
  'متحف الفن الحديث',
  'מוזיאון תל אביב',
  '🎉 Summer party 🎉',
  'Under_score name',
  '<b>Bold</b> & "quoted" \\ name!',
];

let connection: SandboxConnection;
let client: KalturaClient;

beforeAll(() => {
  connection = connectSandbox();
  for (const name of names) connection.partner.addEntry({ name, mediaType: 2, userId: 'ada@uni.example' });
  client = connection.clientOf('ada@uni.example');
});

/** Names of what a person finds who types this. */
async function find(typed: string): Promise<string[]> {
  const { objects } = await client.media.list({
    filter: { freeText: toSearchText(typed) ?? undefined },
    orderBy: '+createdAt',
  });
  return objects.map(({ name }) => name);
}

describe('searching', () => {
  it.each([
    ['mount', ['Mountain panorama']],
    ['panorama', ['Mountain panorama', 'Beach panorama']],
    ['panorama bea', ['Beach panorama']],
    ['"beach panorama', ['Beach panorama']],
    ['beach, kitchen', []],
    ['näme', ['Ünïcode näme 日本語']],
    ['日本語', ['Ünïcode näme 日本語']],
    ['360', ['vr-360 tour']],
    ['VR-360', ['vr-360 tour']],
    ['lobby.mp4', ['lobby.mp4']],
    ['exposition, rez-de-cha', ['Salle d’exposition, rez-de-chaussée']],
    ['الفن', ['متحف الفن الحديث']],
    ['תל אביב', ['מוזיאון תל אביב']],
    ['🎉party', ['🎉 Summer party 🎉']],
    ['under_sc', ['Under_score name']],
    ['<b>bold</b>', ['<b>Bold</b> & "quoted" \\ name!']],
    ['nothing like it', []],
  ])('for %j finds %j', async (typed, found) => {
    await expect(find(typed)).resolves.toEqual(found);
  });

  it('by the whole name finds every entry, whatever its name', async () => {
    for (const name of names) await expect(find(name)).resolves.toContain(name);
  });

  it('shows everything as long as there is nothing to search for', async () => {
    for (const typed of ['"', '!', '\\', '.', ',', '\n', '🎉'])
      await expect(find(typed)).resolves.toHaveLength(names.length);
  });

  it('never makes Kaltura stumble, whatever is typed', async () => {
    const hard = fc.constantFrom(
      '"',
      '!',
      '\\',
      '.',
      ',',
      '\n',
      '*',
      '(',
      ')',
      '|',
      '-',
      '~',
      '@',
      '^',
      '$',
      '/',
      '<',
      '=',
      "'",
      ' ',
      '🎉',
      'beach',
      'a',
    );
    const text = fc.oneof(
      fc.array(hard, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    const isAnswered = fc.asyncProperty(text, async (typed) => (await find(typed)).length >= 0);
    await expect(fc.assert(isAnswered, { numRuns: 300 })).resolves.toBeUndefined();
  });

  it('has to be made safe, or Kaltura does stumble', async () => {
    const unsafe = client.media.list({ filter: { freeText: '"' } });
    await expect(unsafe).rejects.toMatchObject({ code: 'INTERNAL_SERVERL_ERROR' });
  });
});

import { inputFaults } from '@spaces-kaltura/client/admin';
import { describe, expect, test } from 'vitest';
import { connected, editorToken, playerToken } from '../../testing/stories/settingsSamples.ts';
import {
  emptyDraft,
  emptyToken,
  fieldAt,
  secretsNeeded,
  toConnectionInput,
  toDraft,
  type ConnectionDraft,
} from './ConnectionDraft.ts';

const none = { editor: '', player: '' };
const stored = { ...connected, tokens: { editor: editorToken, player: playerToken } };
const change = (changes: Partial<ConnectionDraft>): ConnectionDraft => ({ ...toDraft(stored), ...changes });

describe('a draft', () => {
  test('of a stored connection says the same as the connection, without secrets', () => {
    const ends = {
      ...stored,
      tokens: { ...stored.tokens, editor: { ...editorToken, expires_at: '2027-01-15T08:00:00Z' } },
    };
    for (const user_id_mapping of ['email', 'local_part', 'claim:staff_id']) {
      const input = toConnectionInput(toDraft({ ...ends, user_id_mapping, accepted_privileges: ['edit:*'] }), none);
      expect(input).toEqual({
        service_url: 'https://api.eu.kaltura.com',
        partner_id: 4711,
        tokens: {
          editor: { id: '0_a1b2c3d4', hash_type: 'SHA256', expiry: 1_800_000_000 },
          player: { id: '0_p1a2y3e4', hash_type: 'SHA256', expiry: null },
        },
        user_id_mapping,
        conversion_profile_id: 18,
        accepted_privileges: ['edit:*'],
      });
      expect(inputFaults.connection(input)).toEqual([]);
    }
  });

  test('forgives spaces, a slash at the end and commas', () => {
    const draft = change({
      serviceUrl: ' https://kaltura.example/ ',
      partnerId: ' 12 ',
      acceptedPrivileges: 'a:1, b ',
    });
    expect(toConnectionInput(draft, { editor: ' secret-1 ', player: '' })).toMatchObject({
      service_url: 'https://kaltura.example',
      partner_id: 12,
      tokens: { editor: { secret: 'secret-1' } },
      accepted_privileges: ['a:1', 'b'],
    });
  });

  test.for<[string, Partial<ConnectionDraft>]>([
    ['partnerId', { partnerId: '12a' }],
    ['partnerId', { partnerId: '' }],
    ['partnerId', { partnerId: '0' }],
    ['editorId', { editor: { ...emptyToken, id: 'with space' } }],
    ['playerId', { player: emptyToken }],
    ['claim', { mapping: 'claim', claim: '9' }],
    ['conversionProfile', { conversionProfile: 'default' }],
    ['acceptedPrivileges', { acceptedPrivileges: 'x'.repeat(257) }],
  ])('names %s as the field at fault', ([field, changes]) => {
    const faults = inputFaults.connection(toConnectionInput(change(changes), none));
    expect(faults.map(({ pointer }) => fieldAt(pointer))).toEqual([field]);
  });
});

describe('a secret has to be entered', () => {
  test('for a new connection and for one that cannot be read any more', () => {
    expect(secretsNeeded(emptyDraft(), null)).toEqual(['editor']);
    expect(secretsNeeded(toDraft(stored), { ...stored, state: 'unreadable' })).toEqual(['editor', 'player']);
  });

  test('again where it would go elsewhere than it was entered for', () => {
    expect(secretsNeeded(toDraft(stored), stored)).toEqual([]);
    expect(secretsNeeded(change({ conversionProfile: '5', mapping: 'local_part' }), stored)).toEqual([]);
    expect(secretsNeeded(change({ serviceUrl: 'https://www.kaltura.com' }), stored)).toEqual(['editor', 'player']);
    expect(secretsNeeded(change({ partnerId: '4712' }), stored)).toEqual(['editor', 'player']);
    expect(secretsNeeded(change({ editor: { ...toDraft(stored).editor, id: '0_other' } }), stored)).toEqual(['editor']);
    expect(secretsNeeded(change({ editor: { ...toDraft(stored).editor, hashType: 'MD5' } }), stored)).toEqual([
      'editor',
    ]);
    expect(secretsNeeded(change({ player: null }), stored)).toEqual([]);
    expect(secretsNeeded(toDraft(stored), connected)).toEqual(['player']);
  });
});

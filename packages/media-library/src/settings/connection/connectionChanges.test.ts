import { expect, test } from 'vitest';
import { connected, editorToken, playerToken } from '../../testing/stories/settingsSamples.ts';
import { changedSettings } from '../history/changedSettings.ts';
import { connectionChanges } from './connectionChanges.ts';

test('what Kaltura says of a connection is no change of its settings', () => {
  const tested = { ...connected, version: 8, checked_at: null, can_upload: false, state: 'refused' as const };
  expect(connectionChanges(connected, tested)).toEqual([]);
});

test('tells secrets apart by their fingerprints, and names what came and went', () => {
  const editor = { ...editorToken, fingerprint: '00000000', expires_at: '2027-01-15T08:00:00Z' };
  const changed = {
    ...connected,
    conversion_profile_id: null,
    accepted_privileges: ['edit:*'],
    paused_since: connected.server_time,
    tokens: { editor, player: playerToken },
  };
  expect(connectionChanges(connected, changed)).toEqual([
    { field: 'secret', before: '5f3a9c21', after: '00000000' },
    { field: 'expiry', before: null, after: '2027-01-15T08:00:00Z' },
    { field: 'playerToken', before: null, after: '0_p1a2y3e4 SHA256 77aa01c4' },
    { field: 'conversionProfile', before: '18', after: null },
    { field: 'acceptedPrivileges', before: null, after: 'edit:*' },
    { field: 'paused', before: null, after: connected.server_time },
  ]);
});

test('reads the names of a history row, and leaves out what this version does not know', () => {
  const fields = ['partner_id', 'tokens.player.id', 'tokens.player.secret', 'tokens.editor.secret', 'colour', 7];
  expect(changedSettings(fields)).toEqual(['partnerId', 'playerToken', 'secret']);
  expect(changedSettings(undefined)).toEqual([]);
  expect(changedSettings('partner_id')).toEqual([]);
});

import type { ConnectionChange } from '../connection/connectionChanges.ts';

type Setting = ConnectionChange['field'];

/** The settings that a history row names as changed, by the wire's names; what this version does not know is left out. */
export function changedSettings(fields: unknown): Setting[] {
  if (!Array.isArray(fields)) return [];
  const settings = fields.flatMap((field): Setting[] => {
    if (typeof field !== 'string') return [];
    if (field.startsWith('tokens.player')) return ['playerToken'];
    const setting = settingsByName[field];
    return setting === undefined ? [] : [setting];
  });
  return [...new Set(settings)];
}

const settingsByName: Readonly<Record<string, Setting>> = {
  service_url: 'serviceUrl',
  partner_id: 'partnerId',
  user_id_mapping: 'mapping',
  conversion_profile_id: 'conversionProfile',
  accepted_privileges: 'acceptedPrivileges',
  'tokens.editor.id': 'tokenId',
  'tokens.editor.secret': 'secret',
  'tokens.editor.hash_type': 'hashType',
  'tokens.editor.expiry': 'expiry',
};

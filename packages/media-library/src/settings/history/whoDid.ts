import type { AuditRow } from '@spaces-kaltura/client/exchange';
import type { SettingsMessages } from '../../messages/settings/SettingsMessages.ts';

/** Who made a change, in words. */
export function whoDid({ by, person }: AuditRow, userId: string, m: SettingsMessages): string {
  if (by === 'host') return m.historyHost;
  if (by === 'operator') return m.historyOperator;
  if (by === 'exchange') return m.historyExchange;
  const name = person?.name ?? person?.subject ?? m.historyPerson;
  return person?.subject === userId ? m.historyYou(name) : name;
}

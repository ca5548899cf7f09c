import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { Actor } from './Actor.ts';
import { appendAudit } from './appendAudit.ts';
import type { ConnectionChange } from './changeConnection.ts';
import type { Database } from './openDatabase.ts';

/** Forgets a connection and, with it, the only keys that could open its secrets. Where there is none, that is done. */
export async function removeConnection(transaction: Database, change: ConnectionChange, by: Actor): Promise<void> {
  const { hub, expectedVersion, now } = change;
  const row = await transaction
    .selectFrom('connections')
    .select(['id', 'version', 'service_url', 'partner_id'])
    .where('hub', '=', hub)
    .executeTakeFirst();
  if (row === undefined) return;
  const { id, version, ...detail } = row;
  if (expectedVersion !== undefined && expectedVersion !== version) throw new ExchangeProblem('changed_meanwhile');
  await transaction.deleteFrom('app_tokens').where('connection_id', '=', id).execute();
  const { numDeletedRows } = await transaction
    .deleteFrom('connections')
    .where('hub', '=', hub)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new ExchangeProblem('changed_meanwhile');
  await appendAudit(transaction, { hub, at: now, by, action: 'connection_removed', version, detail });
}

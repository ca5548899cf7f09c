import type { Actor } from './Actor.ts';
import { appendAudit } from './appendAudit.ts';
import { changeConnection, readBeforeChange, type ConnectionChange } from './changeConnection.ts';
import type { Database } from './openDatabase.ts';

/** Pauses a connection, or resumes it. What is so already stays as it is. */
export async function pauseConnection(
  transaction: Database,
  change: ConnectionChange,
  by: Actor,
  paused: boolean,
): Promise<void> {
  const { hub, now } = change;
  const before = await readBeforeChange(transaction, change);
  if (paused === (before.row.paused_since !== null)) return;
  const { version } = await changeConnection(transaction, before, now, { paused_since: paused ? now : null });
  const action = paused ? 'connection_paused' : 'connection_resumed';
  await appendAudit(transaction, { hub, at: now, by, action, version, detail: {} });
}

import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import type { Actor } from './Actor.ts';
import { appendAudit } from './appendAudit.ts';
import { changeConnection, readBeforeChange, type ConnectionChange } from './changeConnection.ts';
import type { TokenPurpose } from './Connection.ts';
import type { AppTokenInit } from './ConnectionInit.ts';
import { canOpen, type ConnectionRows } from './connectionRecord.ts';
import type { Database } from './openDatabase.ts';
import { sealToken } from './sealToken.ts';
import type { AppTokensTable } from './tables.ts';

export interface TokenRotationInit {
  purpose: TokenPurpose;
  token: AppTokenInit & { secret: string };
}

/** How long a former token stays at hand, in milliseconds. */
const overlap = 24 * 3_600_000;

/**
 * Puts a new App Token in the place of the current one, which stays at hand for a day: the new one may be mistyped or not
 * work yet. Throws `no_player_token` where there is nothing to replace.
 */
export async function rotateToken(
  transaction: Database,
  change: ConnectionChange,
  by: Actor,
  { purpose, token }: TokenRotationInit,
  keyRing: KeyRing,
): Promise<void> {
  const { hub, now } = change;
  const before = await readBeforeChange(transaction, change);
  const current = before.tokens.find((stored) => stored.purpose === purpose && stored.is_former === 0);
  if (current === undefined) throw new ExchangeProblem('no_player_token');
  const fresh = sealToken(before.row, { purpose, token, before, keyRing, now });
  const former = chooseFormer(before, current, keyRing, now);

  const { version } = await changeConnection(transaction, before, now, {
    ...(before.row.state !== 'ok' && { state: 'ok', state_since: now }),
  });
  await transaction
    .deleteFrom('app_tokens')
    .where('connection_id', '=', before.row.id)
    .where('purpose', '=', purpose)
    .execute();
  await transaction
    .insertInto('app_tokens')
    .values([fresh, ...(former ? [{ ...former, is_former: 1, kept_until: now + overlap, serves_since: null }] : [])])
    .execute();
  const detail = { purpose, token_id: token.id, former_token_id: former?.token_id ?? null };
  await appendAudit(transaction, { hub, at: now, by, action: 'rotation_started', version, detail });
}

/**
 * The current token, unless it is refused and another one serves in its place: the next new token must not push out the
 * only one that works.
 */
function chooseFormer(
  { row, tokens }: ConnectionRows,
  current: AppTokensTable,
  keyRing: KeyRing,
  now: number,
): AppTokensTable | undefined {
  const serving = tokens.find(
    (stored) => stored.purpose === current.purpose && stored.serves_since !== null && (stored.kept_until ?? 0) > now,
  );
  const former = serving ?? current;
  return canOpen(row, former, keyRing) ? former : undefined;
}

/** Ends the overlap of every rotation of a connection: the former tokens are forgotten. */
export async function endRotations(transaction: Database, change: ConnectionChange, by: Actor): Promise<void> {
  const { hub, now } = change;
  const before = await readBeforeChange(transaction, change);
  const former = before.tokens.filter(({ is_former }) => is_former === 1);
  if (former.length === 0) return;
  const { version } = await changeConnection(transaction, before, now, {});
  await transaction
    .deleteFrom('app_tokens')
    .where('connection_id', '=', before.row.id)
    .where('is_former', '=', 1)
    .execute();
  for (const { purpose, token_id } of former) {
    const detail = { purpose, former_token_id: token_id };
    await appendAudit(transaction, { hub, at: now, by, action: 'rotation_ended', version, detail });
  }
}

/** Forgets the former tokens whose time is over, of all hubs. Says how many there were. */
export async function endOverdueRotations(transaction: Database, now: number): Promise<number> {
  const overdue = await transaction
    .selectFrom('app_tokens')
    .innerJoin('connections', 'connections.id', 'app_tokens.connection_id')
    .select(['connection_id', 'purpose', 'token_id', 'hub', 'version'])
    .where('is_former', '=', 1)
    .where('kept_until', '<=', now)
    .execute();
  let ended = 0;
  for (const { connection_id, purpose, token_id, hub, version } of overdue) {
    const { numDeletedRows } = await transaction
      .deleteFrom('app_tokens')
      .where('connection_id', '=', connection_id)
      .where('purpose', '=', purpose)
      .where('is_former', '=', 1)
      .where('kept_until', '<=', now)
      .executeTakeFirstOrThrow();
    // Another instance may have been faster.
    if (numDeletedRows === 0n) continue;
    ended += 1;
    const [by, detail] = [{ kind: 'exchange' } as const, { purpose, former_token_id: token_id }];
    await appendAudit(transaction, { hub, at: now, by, action: 'rotation_ended', version, detail });
  }
  return ended;
}

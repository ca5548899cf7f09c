import type { RevocationInput } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { appendAudit } from './appendAudit.ts';
import type { Revision } from './createRevision.ts';
import { withStorage, type Database } from './openDatabase.ts';

/** A person as the host app knows them. */
export interface HubPerson {
  hub: string;
  issuer: string;
  subject: string;
}

/** Who lost access by the host app's word, a person or everybody in a hub, until the host says otherwise. */
export interface Revocations {
  /** Throws `person_revoked`. At once where it was looked up since the latest change of anything. */
  assertAdmitted(person: HubPerson): Promise<void> | undefined;
  /** What the host app says of its people in one hub. Saying it again changes nothing. */
  apply(input: RevocationInput, host: Omit<HubPerson, 'subject'>): Promise<void>;
}

export interface RevocationsOptions {
  database: Database;
  revision: Revision;
  now: () => number;
}

/** Stands for everybody in a hub; a person's subject is never empty. */
const everybody = '';
const remembered = 100_000;

export function createRevocations({ database, revision, now }: RevocationsOptions): Revocations {
  const cache = new Map<string, boolean>();
  let generation = revision.generation;

  function recall(key: string): boolean | undefined {
    if (generation !== revision.generation) cache.clear();
    generation = revision.generation;
    return cache.get(key);
  }

  async function look({ hub, issuer, subject }: HubPerson, key: string): Promise<void> {
    const startedIn = revision.generation;
    const row = await withStorage(() =>
      database
        .selectFrom('revocations')
        .select('at')
        .where('hub', '=', hub)
        .where('issuer', '=', issuer)
        .where('subject', 'in', [subject, everybody])
        .executeTakeFirst(),
    );
    // What was changed while we looked belongs to a later generation.
    if (startedIn === revision.generation) {
      if (cache.size >= remembered) cache.clear();
      cache.set(key, row !== undefined);
    }
    refuseIf(row !== undefined);
  }

  async function write(transaction: Database, input: RevocationInput, host: Omit<HubPerson, 'subject'>) {
    const { hub, issuer } = host;
    const subject = 'person' in input ? input.person : everybody;
    switch (input.action) {
      case 'revoke': {
        const row = { hub, issuer, subject, at: now() };
        const inserted = transaction.insertInto('revocations').values(row);
        return (await inserted.onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow())
          .numInsertedOrUpdatedRows;
      }
      case 'readmit': {
        const rows = transaction.deleteFrom('revocations').where('hub', '=', hub).where('issuer', '=', issuer);
        return (await rows.where('subject', '=', subject).executeTakeFirstOrThrow()).numDeletedRows;
      }
      case 'release': {
        const rows = transaction.deleteFrom('user_bindings').where('hub', '=', hub).where('issuer', '=', issuer);
        return (await rows.where('subject', '=', subject).executeTakeFirstOrThrow()).numDeletedRows;
      }
    }
  }

  return {
    assertAdmitted(person) {
      const key = `${person.hub}\n${person.issuer}\n${person.subject}`;
      const isRevoked = recall(key);
      if (isRevoked === undefined) return look(person, key);
      refuseIf(isRevoked);
      return undefined;
    },

    async apply(input, host) {
      const hasChanged = await withStorage(() =>
        database.transaction().execute(async (transaction) => {
          const changed = await write(transaction, input, host);
          if (changed === undefined || changed === 0n) return false;
          await revision.raise(transaction);
          const whom = 'person' in input ? { person: input.person } : { everybody: true };
          await appendAudit(transaction, {
            hub: host.hub,
            at: now(),
            by: { kind: 'host' },
            action: actions[input.action],
            detail: whom,
          });
          return true;
        }),
      );
      if (hasChanged) revision.changed();
    },
  };
}

const actions = { revoke: 'people_revoked', readmit: 'people_readmitted', release: 'person_released' } as const;

function refuseIf(isRevoked: boolean): void {
  if (isRevoked) throw new ExchangeProblem('person_revoked');
}

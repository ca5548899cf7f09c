import type { Database } from './openDatabase.ts';

/**
 * The version that a change leads to. One that a removed connection of the hub had never comes back: whoever has seen
 * that one must not change a later one by mistake.
 */
export async function nextVersion(transaction: Database, hub: string, current: number | undefined): Promise<number> {
  if (current !== undefined) return current + 1;
  const { last } = await transaction
    .selectFrom('audit')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('hub', '=', hub)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** A value of a table by a name that somebody sent: names like `constructor`, which every object inherits, are in no table. */
export function ownValue<TValue>(table: Readonly<Record<string, TValue>>, name: string): TValue | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

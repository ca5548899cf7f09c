import type { Call } from './Service.ts';
import type { JsonObject } from './json.ts';

const maxPageSize = 500;

/** One page of rows as a list answer: 30 rows unless asked otherwise, 500 at most, and 500 too for sizes that make no sense. */
export function pageOf<TRow>(
  call: Call,
  rows: readonly TRow[],
  toJson: (row: TRow) => JsonObject,
  objectType: string,
): JsonObject {
  const pager = call.params.object('pager', 'KalturaFilterPager');
  const asked = pager?.int('pageSize') ?? 30;
  const size = asked > 0 && asked <= maxPageSize ? asked : maxPageSize;
  const start = (Math.max(1, pager?.int('pageIndex') ?? 1) - 1) * size;
  return { totalCount: rows.length, objects: rows.slice(start, start + size).map(toJson), objectType };
}

/** The values of a comma-separated `In` filter, or undefined when it was not sent. */
export function listOf(text: string | undefined): ReadonlySet<string> | undefined {
  return text === undefined ? undefined : new Set(text.split(',').map((item) => item.trim()));
}

/** Rows by `+createdAt`, `-createdAt`, `+updatedAt` or `-updatedAt`; as they are for any other order, which Kaltura ignores too. */
export function ordered<TRow extends { createdAt: number; updatedAt: number }>(
  rows: readonly TRow[],
  orderBy: string | undefined,
): TRow[] {
  const [, sign, field] = /^([+-])(createdAt|updatedAt)$/.exec(orderBy ?? '') ?? [];
  const by = field === 'updatedAt' ? (row: TRow) => row.updatedAt : (row: TRow) => row.createdAt;
  if (field === undefined) return [...rows];
  return rows.toSorted((a, b) => (sign === '-' ? by(b) - by(a) : by(a) - by(b)));
}

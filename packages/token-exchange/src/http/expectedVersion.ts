import { ExchangeProblem } from '../ExchangeProblem.ts';

/**
 * The version that a write says it changes: `If-Match` with the ETag that was read, or `If-None-Match: *` (0) for the
 * first one. Throws `if_match_required` without either, `changed_meanwhile` for what is no ETag of ours.
 */
export function expectedVersion({ headers }: Request): number {
  const match = headers.get('if-match');
  if (match === null) {
    if (headers.get('if-none-match') === '*') return 0;
    throw new ExchangeProblem('if_match_required');
  }
  if (match === '*') throw new ExchangeProblem('if_match_required');
  // Proxies that compress make a strong ETag weak; a version is as exact as before.
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(match)?.[1];
  if (version === undefined) throw new ExchangeProblem('changed_meanwhile');
  return Number(version);
}

export const etagOf = (version: number): string => `"${version}"`;

import { createHash } from 'node:crypto';
import type { World } from './world.ts';
import { turns } from './strikes.ts';

/** `nothing` where the upload was given up on purpose; `whole or nothing` where the file itself changed under it. */
export type Outcome = 'entry' | 'nothing' | 'whole or nothing';

export interface Verdict {
  /** What does not hold, in words; empty when everything does. */
  broken: string[];
  wrongHashes: number;
  duplicateEntries: number;
  leftoverTokens: number;
}

const everyStatus = [-2, -1, 0, 1, 2, 4, 5, 6, 7] as const;

/** Looks at everything that the upload has left at Kaltura and in the browser, after all indexes had time to follow. */
export async function judge(world: World, file: Blob, outcome: Outcome): Promise<Verdict> {
  const { sandbox, partner, client, browser } = world;
  world.calm();
  await turns(20);
  await sandbox.clock.advance(120);
  const { objects: entries } = await client.media.list({ filter: { statusIn: [...everyStatus] } });
  const { objects: tokens } = await client.uploadToken.list({ statusIn: [0, 1, 2] });
  const records = await browser.records.list({ hubId: 'atelier', userId: 'ada@uni.example' });
  const expected = await sha256(file);
  const hashes = await Promise.all(entries.map(({ id }) => partner.checksum(id).catch(() => 'no content')));

  const verdict: Verdict = {
    broken: [],
    wrongHashes: hashes.filter((hash) => hash !== expected).length,
    duplicateEntries: Math.max(0, entries.length - 1),
    leftoverTokens: tokens.length,
  };
  const { broken } = verdict;
  if (verdict.wrongHashes > 0) broken.push(`${verdict.wrongHashes} entries with other bytes than the file’s`);
  if (verdict.duplicateEntries > 0) broken.push(`${entries.length} entries of one file`);
  if (verdict.leftoverTokens > 0) broken.push(`${tokens.length} upload tokens left over`);
  if (outcome === 'entry' && entries.length === 0) broken.push('no entry');
  if (outcome === 'nothing' && entries.length > 0) broken.push('an entry, where there should be none');
  // What is too small to be a film arrives, too, and can't be converted.
  const isDone = (status: number): boolean => status === 2 || (file.size < 4096 && status === -1);
  for (const { status } of entries) if (!isDone(status)) broken.push(`an entry with the status ${status}`);
  if (records.length > 0) broken.push(`${records.length} records left over`);
  return verdict;
}

async function sha256(file: Blob): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.stream()) hash.update(piece);
  return hash.digest('hex');
}

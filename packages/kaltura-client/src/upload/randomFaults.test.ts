import type { FaultRule } from '@spaces-kaltura/sandbox';
import { expect, test } from 'vitest';
import { isVerified, openBrowser } from './testing/openQueue.ts';
import { film } from './testing/sampleFilm.ts';
import { sha256, startUploads } from './testing/startUploads.ts';

/** About every fifth call of any kind goes wrong in one of these ways. */
const rules: FaultRule[] = [
  { probability: 0.06, fault: { kind: 'reset', when: 'before' } },
  { probability: 0.06, fault: { kind: 'reset', when: 'after' } },
  { probability: 0.02, fault: { kind: 'truncate' } },
  { probability: 0.02, fault: { kind: 'html' } },
  { probability: 0.02, fault: { kind: 'status', status: 503 } },
  { probability: 0.02, fault: { kind: 'actionBlocked' } },
  { service: 'uploadToken', probability: 0.04, fault: { kind: 'expiredKs' } },
];

test.each(Array.from({ length: 15 }, (_, index) => index + 1))(
  'whatever breaks on the way (seed %i), one entry with the bytes comes of it and nothing is left',
  async (seed) => {
    const uploads = startUploads({ seed, indexLag: seed % 3 === 0 ? 60 : 0 });
    const tab = openBrowser(uploads).open();
    const file = film(1024 * 1024 + seed, { seed });
    await uploads.session.get();
    for (const rule of rules) uploads.sandbox.faults.add({ ...rule, times: 40 });
    const [id] = await tab.add(file);
    const { entryId } = await tab.until(id!, (item) => isVerified(item) || item.status === 'failed');
    uploads.sandbox.faults.clear();
    expect((await uploads.entries()).map((entry) => [entry.id, entry.status])).toEqual([[entryId, 2]]);
    expect(await uploads.partner.checksum(entryId!)).toBe(await sha256(file));
    expect(await uploads.leftovers()).toEqual([]);
  },
);

import { describe, expect, it } from 'vitest';
import type { KalturaClient } from '../createKalturaClient.ts';
import { connectSandbox, type SandboxConnection } from '../testing/connectSandbox.ts';
import { listMediaPage } from './listMediaPage.ts';
import type { MediaCursor, MediaPage, MediaPageQuery } from './MediaPage.ts';

const ada = 'ada@uni.example';

/** Every page of a list, from the first to the last. */
async function walk(
  client: KalturaClient,
  query: MediaPageQuery,
  between?: (nth: number) => void,
): Promise<MediaPage[]> {
  const pages: MediaPage[] = [];
  let cursor: MediaCursor | null = null;
  do {
    // A cursor is plain data: it may be stored.
    const page: MediaPage = await listMediaPage(client, query, cursor && structuredClone(cursor));
    pages.push(page);
    cursor = page.nextCursor;
    between?.(pages.length);
  } while (cursor);
  return pages;
}

const idsOf = (pages: readonly MediaPage[]): string[] => pages.flatMap(({ objects }) => objects.map(({ id }) => id));

function withEntries(
  count: number,
  describeEntry: (nth: number) => { createdAt?: number; tags?: string; name?: string } = () => ({}),
): SandboxConnection & { ids: string[]; client: KalturaClient } {
  const connection = connectSandbox();
  const ids = Array.from({ length: count }, (_, nth) => {
    const init = { name: `Entry ${nth}`, createdAt: 1_700_000_000 + nth, ...describeEntry(nth) };
    return connection.partner.addEntry({ mediaType: 2, userId: ada, ...init }).id;
  });
  return { ...connection, ids, client: connection.clientOf(ada) };
}

describe('paging by date', () => {
  it.each(['-createdAt', '+createdAt', '-updatedAt', '+updatedAt'] as const)(
    'shows every entry once, sorted by %s',
    async (orderBy) => {
      const { client, ids } = withEntries(53, (nth) => ({ createdAt: 1_700_000_000 + Math.floor(nth / 4) }));
      const pages = await walk(client, { orderBy, pageSize: 10 });
      expect(idsOf(pages).sort()).toEqual(ids.sort());
      expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([53]));
      const times = pages.flatMap(({ objects }) => objects.map(({ createdAt }) => createdAt));
      expect(times).toEqual(times.toSorted((one, other) => (orderBy.startsWith('-') ? other - one : one - other)));
      expect(pages.at(-1)).toMatchObject({ truncated: false, totalIsExact: true });
    },
  );

  it('gets past ten thousand', async () => {
    const { client, ids } = withEntries(10_600);
    const pages = await walk(client, { pageSize: 500 });
    expect(idsOf(pages)).toEqual(ids.toReversed());
    expect(pages[0]?.totalCount).toBe(10_600);
    expect(pages.at(-1)?.truncated).toBe(false);
  });

  it('is not confused by entries that come and go meanwhile', async () => {
    const { client, ids, partner } = withEntries(30);
    const pages = await walk(client, { pageSize: 10 }, (nth) => {
      for (let more = 0; more < 5; more += 1) {
        partner.addEntry({ name: 'New', mediaType: 2, userId: ada, createdAt: 1_800_000_000 + nth * 10 + more });
      }
    });
    expect(idsOf(pages)).toEqual(ids.toReversed());
  });

  it('walks through a bulk ingest of one second', async () => {
    const { client, ids } = withEntries(64, (nth) => ({ createdAt: 1_700_000_000 + (nth < 60 ? 0 : nth) }));
    expect(idsOf(await walk(client, { pageSize: 10 })).sort()).toEqual(ids.sort());
  });

  it('stays within the asked range', async () => {
    const { client, ids } = withEntries(40);
    const filter = { createdAtGreaterThanOrEqual: 1_700_000_005, createdAtLessThanOrEqual: 1_700_000_034 };
    expect(idsOf(await walk(client, { filter, pageSize: 7 }))).toEqual(ids.slice(5, 35).toReversed());
  });

  it('asks Kaltura once per page', async () => {
    const { client, calls } = withEntries(30);
    const pages = await walk(client, { pageSize: 10 });
    expect(calls.filter((call) => call === 'media.list').length).toBeLessThanOrEqual(pages.length + 1);
  });
});

describe('paging by another order', () => {
  it('goes by page number', async () => {
    const { client, ids } = withEntries(25, (nth) => ({ name: `Entry ${String(nth).padStart(2, '0')}` }));
    const pages = await walk(client, { orderBy: '+name', pageSize: 10 });
    expect(idsOf(pages)).toEqual(ids);
    expect(pages.map(({ truncated }) => truncated)).toEqual([false, false, false]);
  });

  it('ends at ten thousand and says that there is more', async () => {
    const { client } = withEntries(10_600);
    const pages = await walk(client, { orderBy: '+name', pageSize: 500 });
    expect(new Set(idsOf(pages)).size).toBe(10_000);
    expect(pages.at(-1)).toMatchObject({ truncated: true, nextCursor: null, totalCount: 10_600 });
    expect(pages.slice(0, -1).some(({ truncated }) => truncated)).toBe(false);
  });
});

describe('paging through spherical media', () => {
  it('leaves out what only looks like the tag, and counts right in the end', async () => {
    const tags = ['360', '360 tour', 'vr-360', 'flat', 'lobby, 360'];
    const { client, ids } = withEntries(50, (nth) => ({ tags: tags[nth % tags.length]! }));
    const pages = await walk(client, { spherical: true, pageSize: 8 });
    const spherical = ids.filter((_, nth) => nth % 5 === 0 || nth % 5 === 4);
    expect(idsOf(pages)).toEqual(spherical.toReversed());
    expect(pages[0]).toMatchObject({ totalIsExact: false });
    expect(pages.at(-1)).toMatchObject({ totalCount: 20, totalIsExact: true });
  });

  it('never shows an empty page before the end', async () => {
    const { client } = withEntries(40, (nth) => ({ tags: nth === 0 ? '360' : '360 tour' }));
    const pages = await walk(client, { spherical: true, pageSize: 5 });
    expect(pages.map(({ objects }) => objects.length)).toEqual([1]);
  });
});

it('rejects with the reason of its signal', async () => {
  const { client } = withEntries(1);
  const page = listMediaPage(client, {}, null, { signal: AbortSignal.abort() });
  await expect(page).rejects.toMatchObject({ name: 'AbortError' });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { createDemoSandbox, type DemoSandbox } from './createDemoSandbox.ts';

const origin = 'https://kaltura.test';
let demo: DemoSandbox;

beforeAll(async () => {
  demo = await createDemoSandbox();
});

interface Listed {
  id: string;
  name: string;
  tags: string;
  status: number;
  mediaType: number;
  createdAt: number;
  userId: string;
  thumbnailUrl: string;
}

/** All entries of an account, as its administrator sees them. */
async function listAll(id: number): Promise<Listed[]> {
  const { adminSecret } = demo.sandbox.partner(id);
  const ks = await call<string>('session/action/start', { partnerId: String(id), secret: adminSecret, type: '2' });
  const filter = { 'filter[objectType]': 'KalturaMediaEntryFilter', 'filter[statusIn]': '-2,-1,0,1,2,4,7' };
  const { objects } = await call<{ objects: Listed[] }>('media/action/list', {
    ks,
    ...filter,
    'pager[pageSize]': '500',
  });
  return objects;
}

async function call<TAnswer>(path: string, params: Record<string, string>): Promise<TAnswer> {
  const body = new URLSearchParams({ format: '1', ...params });
  const response = await demo.sandbox.fetch(new Request(`${origin}/api_v3/service/${path}`, { method: 'POST', body }));
  return (await response.json()) as TAnswer;
}

describe('the demo library', () => {
  it.each([102, 103])('gives account %i more than 240 entries of several people, of every kind', async (id) => {
    const entries = await listAll(id);
    expect(entries.length).toBeGreaterThan(240);
    expect(new Set(entries.map(({ mediaType }) => mediaType))).toEqual(new Set([1, 2, 5]));
    expect(new Set(entries.map(({ userId }) => userId)).size).toBeGreaterThanOrEqual(4);
    expect(entries.filter(({ tags }) => tags.split(', ').includes('360')).length).toBeGreaterThan(40);
    expect(new Set(entries.map(({ status }) => status))).toEqual(new Set([-2, -1, 0, 1, 2, 4, 7]));
  });

  it('knows everybody since before there was anything', async () => {
    const { adminSecret } = demo.sandbox.partner(102);
    const ks = await call<string>('session/action/start', { partnerId: '102', secret: adminSecret, type: '2' });
    const users = await call<{ objects: { createdAt: number }[] }>('user/action/list', { ks });
    expect(users.objects.length).toBeGreaterThanOrEqual(4);
    const first = Math.min(...(await listAll(102)).map(({ createdAt }) => createdAt));
    expect(Math.max(...users.objects.map(({ createdAt }) => createdAt))).toBeLessThan(first);
  });

  it('has a picture for everything that is ready, but for the one without', async () => {
    const ready = (await listAll(102)).filter(({ status }) => status === 2);
    const statuses = await Promise.all(
      ready.map(async ({ name, thumbnailUrl }) => {
        const response = await demo.sandbox.fetch(new Request(`${thumbnailUrl}/width/96`));
        await response.arrayBuffer();
        return { name, status: response.status };
      }),
    );
    expect(statuses.filter(({ status }) => status !== 200)).toEqual([{ name: 'Scan without a preview', status: 404 }]);
  });

  it('holds names that pages stumble over', async () => {
    const names = (await listAll(103)).map(({ name }) => name);
    expect(names.some((name) => name.length > 10_000)).toBe(true);
    expect(names.some((name) => name.includes('<script>'))).toBe(true);
    expect(names.some((name) => /\p{Script=Hebrew}/u.test(name))).toBe(true);
    expect(names.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true);
  });

  it('says 360 of spheres alone, and something like it of others', async () => {
    const tags = (await listAll(102)).map((entry) => entry.tags);
    for (const lookalike of ['360deg', 'vr-360', '360 video']) {
      expect(tags.filter((text) => text.split(', ').includes(lookalike))).toHaveLength(1);
    }
  });

  it('is the same every time', async () => {
    const names = async (): Promise<string[]> => (await listAll(102)).map(({ name }) => name);
    const first = await names();
    demo = await createDemoSandbox();
    expect(await names()).toEqual(first);
  });

  it('grows to ten thousand entries without loading a single file', async () => {
    const big = await createDemoSandbox({
      entries: 10_000,
      loadAsset: () => Promise.reject(new Error('Nobody looked at a file yet')),
    });
    expect(big.partners.enterprise.appToken.token).toMatch(/^[0-9a-f]{32}$/);
  });
});

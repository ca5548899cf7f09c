import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { holdChunks } from './holdChunks.ts';
import { openLibrary, play, seen, work } from './library.ts';
import { longFilm } from './longFilm.ts';
import { LATER, SOON } from './patience.ts';
import { signInToKaltura } from './signInToKaltura.ts';
import { trayOf } from './tray.ts';
import { createWorld } from './world.ts';

const MEDIA = new URL('../../../packages/kaltura-sandbox/assets/media/', import.meta.url).pathname;
const BRUNO = 'bruno@atelier-nord.example';
const MIB = 1024 * 1024;

const world = await createWorld();
const folder = await mkdtemp(join(tmpdir(), 'spaces-film-'));
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

/** Chooses a file in the library's uploader, reads what is said of it, and uploads it; the dialog is closed while it is under way. */
async function upload(page: Page, path: string, words: RegExp | null): Promise<void> {
  const { dialog } = await openLibrary(page);
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await dialog.locator('input[type=file]').setInputFiles(path);
  if (words) await dialog.getByText(words).waitFor();
  await dialog.getByRole('button', { name: 'Upload 1 file' }).click();
  await dialog.getByRole('button', { name: 'Close the media library' }).click();
}

/** What Kaltura has of a file: its only entry. Nothing else may be left of it. */
async function onlyEntry(path: string): Promise<KalturaMediaEntry> {
  const client = signInToKaltura(world.demo, BRUNO);
  const open = await client.uploadToken.list({ statusIn: [0, 1, 2] });
  expect(open.objects).toEqual([]);
  const name = basename(path).replace(/\.\w+$/, '');
  const { objects } = await client.media.list({
    filter: { statusIn: [-2, -1, 0, 1, 2, 4, 7] },
    pager: { pageSize: 500 },
  });
  const [entry, ...others] = objects.filter((one) => one.name === name);
  if (!entry) throw new Error(`Kaltura has no ${name}`);
  expect(others).toEqual([]);
  const { partner } = world.demo.sandbox.partners.enterprise;
  const bytes = await readFile(path);
  expect(await partner.checksum(entry.id, 'sha256')).toBe(createHash('sha256').update(bytes).digest('hex'));
  return entry;
}

it('a 360° film arrives whole over a link that is cut twice, with a KS that expires and a page that is reloaded, and plays as DASH', async () => {
  const path = join(folder, 'Northern lights.mp4');
  await writeFile(path, await longFilm(join(MEDIA, 'aurora-360.mp4'), 64 * MIB));
  const { sandbox } = world.demo.sandbox;
  const visit = await world.visit('Bruno', 'winter-show');
  const { page, complaints } = visit;
  const tray = trayOf(page);
  const strikes = (kind: string): number => sandbox.faults.strikes.filter(({ fault }) => fault.kind === kind).length;

  // The first cut: Kaltura is gone in the middle of the film, for as long as it takes to notice.
  let letGo = await holdChunks(visit, 4);
  await upload(page, path, /^360° detected/);
  const held = tray.getByRole('list', { name: 'Uploads' }).getByText(/^[1-9]\d?% · /);
  const before = Number.parseInt((await held.textContent()) ?? '', 10);
  await world.demo.stopSandbox();
  await letGo();
  await tray.getByText('Waits for the network and goes on by itself.', { exact: true }).waitFor();

  // The KS expires, and the page is reloaded before the film is whole.
  sandbox.faults.add({ service: 'uploadtoken', action: 'upload', call: 1, fault: { kind: 'expiredKs' } });
  letGo = await holdChunks(visit, 8);
  await world.demo.startSandbox();
  await expect.poll(() => strikes('expiredKs'), SOON).toBe(1);
  await expect.poll(async () => Number.parseInt((await held.textContent()) ?? '', 10), SOON).toBeGreaterThan(before);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await letGo();
  await tray.getByText(/^Choose Northern lights\.mp4 again to go on from [1-9]\d?%/).waitFor();

  // The second cut: the connection breaks while bytes are coming.
  const cut = { kind: 'reset', when: 'during', bytes: 100_000 } as const;
  sandbox.faults.add({ service: 'uploadtoken', action: 'upload', call: 3, fault: cut });
  await tray.locator('input[type=file]').setInputFiles(path);
  await tray.getByText(/^Kaltura is processing it\./).waitFor(LATER);
  expect(strikes('reset')).toBe(1);

  await sandbox.clock.advance(3600);
  await tray.getByText('Ready, streams with DASH').waitFor(LATER);
  const entry = await onlyEntry(path);
  expect(entry).toMatchObject({ status: 2, mediaType: 1, userId: BRUNO, tags: ['360'] });

  await tray.getByRole('button', { name: 'Import Northern lights' }).click();
  const streams = visit.requests.length;
  expect(await play(work(page, 'Northern lights'))).toBeGreaterThan(0);
  const fetched = visit.requests.slice(streams).map((request) => request.url());
  expect(fetched.some((url) => url.includes('/format/mpegdash/'))).toBe(true);
  expect(complaints).toEqual([]);
}, 180_000);

it('a panorama arrives whole, is tagged 360 and ready at once', async () => {
  const path = join(folder, 'Full dome.jpg');
  await writeFile(path, await readFile(join(MEDIA, 'milky-way-360.jpg')));
  const { page, complaints } = await world.visit('Bruno', 'winter-show');
  await upload(page, path, /^360° detected/);
  const tray = trayOf(page);
  await tray.getByText('Ready', { exact: true }).waitFor();
  expect(await onlyEntry(path)).toMatchObject({ status: 2, mediaType: 2, tags: ['360'] });
  await tray.getByRole('button', { name: 'Import Full dome' }).click();
  expect(await seen(work(page, 'Full dome').locator('img, canvas').first())).toBe(true);
  expect(complaints).toEqual([]);
});

it('a sound arrives whole, is converted and plays', async () => {
  const path = join(folder, 'Evening piano.mp3');
  await writeFile(path, await readFile(join(MEDIA, 'slow-piano.mp3')));
  const { page, complaints } = await world.visit('Bruno', 'winter-show');
  await upload(page, path, null);
  const tray = trayOf(page);
  await tray.getByText(/^Kaltura is processing it\./).waitFor();
  await world.demo.sandbox.sandbox.clock.advance(3600);
  await tray.getByText('Ready, streams with DASH').waitFor(LATER);
  expect(await onlyEntry(path)).toMatchObject({ status: 2, mediaType: 5, tags: [] });
  await tray.getByRole('button', { name: 'Import Evening piano' }).click();
  expect(await play(work(page, 'Evening piano'))).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { holdChunks } from './holdChunks.ts';
import { openLibrary } from './library.ts';
import { LATER, SOON } from './patience.ts';
import { recording, type ChosenFile } from './recording.ts';
import { openSettings } from './settings.ts';
import { signInToKaltura } from './signInToKaltura.ts';
import { trayOf } from './tray.ts';
import { createWorld, type Visit } from './world.ts';

const BRUNO = 'bruno@atelier-nord.example';

const world = await createWorld();
afterAll(() => world.close());

/** Long enough to be interrupted. */
const long = 3_000_000;

async function choose(page: Page, ...files: string[]): Promise<void> {
  const { dialog } = await openLibrary(page);
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await dialog.locator('input[type=file]').setInputFiles(files.map((name) => recording(name, long)));
  await page
    .getByRole('button', { name: files.length === 1 ? 'Upload 1 file' : `Upload ${files.length} files` })
    .click();
  await dialog.getByRole('button', { name: 'Close the media library' }).click();
}

/** How many entries of this name Bruno has in Kaltura, and how many upload tokens are open. */
async function leftOf(name: string): Promise<{ entries: number; tokens: number }> {
  const client = signInToKaltura(world.demo, BRUNO);
  const filter = { statusIn: [-2, -1, 0, 1, 2, 4, 7] as const };
  const { objects } = await client.media.list({ filter, pager: { pageSize: 500 } });
  const tokens = await client.uploadToken.list({ statusIn: [0, 1, 2] });
  return { entries: objects.filter((entry) => entry.name === name).length, tokens: tokens.objects.length };
}

const uploadCalls = ({ requests }: Visit): string[] =>
  requests.map((request) => request.url()).filter((url) => /uploadtoken/i.test(url));

it('an empty file, a page that calls itself a film, a HEIC and a camera original are refused before anything is sent', async () => {
  const visit = await world.visit('Bruno', 'winter-show');
  const { dialog } = await openLibrary(visit.page);
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  const named = (name: string, content: string): ChosenFile => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content, 'latin1'),
  });
  await dialog
    .locator('input[type=file]')
    .setInputFiles([
      named('Nothing.mp4', ''),
      named('Page.mp4', '<!DOCTYPE html><html></html>'),
      named('Phone.heic', '\0\0\0\x24ftypheic'),
      named('VID_0001.insv', '\0\0\0\x20ftypisom'),
    ]);
  await dialog.getByRole('region', { name: '4 files were not taken' }).waitFor();
  for (const words of [
    /It is empty \(0 bytes\)/,
    /Its content is not what its ending says/,
    /HEIC/,
    /two fisheye pictures|360° camera/,
  ]) {
    await dialog.getByText(words).first().waitFor();
  }
  expect(await dialog.getByRole('button', { name: /^Upload \d files?$/ }).count()).toBe(0);
  expect(uploadCalls(visit)).toEqual([]);
  expect(visit.complaints).toEqual([]);
});

it('a cancelled upload leaves nothing', async () => {
  const visit = await world.visit('Bruno', 'winter-show');
  const letGo = await holdChunks(visit, 2);
  await choose(visit.page, 'Regretted');
  const tray = trayOf(visit.page);
  await tray.getByText('Regretted').first().waitFor();
  await expect.poll(async () => (await leftOf('Regretted')).tokens, SOON).toBe(1);
  await tray.getByRole('button', { name: /^Cancel .*Regretted/ }).click();
  await letGo();
  await expect.poll(() => leftOf('Regretted'), SOON).toEqual({ entries: 0, tokens: 0 });
  await visit.page.reload();
  // What is begun next is through, so what is known of uploads has been read by then.
  await choose(visit.page, 'Wanted');
  await tray
    .getByText(/^Kaltura is processing it\./)
    .first()
    .waitFor(LATER);
  expect(await visit.page.getByText('Regretted').count()).toBe(0);
});

it('a hub that is paused meanwhile gets no byte more, though the KS is still good; connected again, the upload goes on', async () => {
  const settings = await openSettings(await world.visit('Ada'));
  const visit = await world.visit('Bruno', 'winter-show');
  const letGo = await holdChunks(visit, 2);
  await choose(visit.page, 'Interrupted');
  const tray = trayOf(visit.page);
  await tray.getByRole('button', { name: /^Pause .*Interrupted/ }).click();
  await letGo();
  const goOn = tray.getByRole('button', { name: /^Resume .*Interrupted/ });
  await goOn.waitFor();

  await settings.press('Pause');
  await settings.panel.getByRole('button', { name: 'Resume' }).waitFor();
  // Whatever was asked before is older than a minute by now.
  await visit.page.clock.setSystemTime(Date.now() + 120_000);
  await goOn.click();
  await tray.getByText('The connection to Kaltura is paused').waitFor();
  expect((await leftOf('Interrupted')).entries).toBe(0);

  await settings.press('Resume');
  await settings.panel.getByRole('button', { name: 'Pause' }).waitFor();
  await goOn.click();
  await tray
    .getByText(/^Kaltura is processing it\./)
    .first()
    .waitFor(LATER);
  expect(await leftOf('Interrupted')).toEqual({ entries: 1, tokens: 0 });
});

it('two tabs that are given the same file upload it once, and both have the entry', async () => {
  const visit = await world.visit('Bruno', 'winter-show');
  const second = await visit.context.newPage();
  await second.goto(visit.page.url());
  await second.getByRole('button', { name: 'Add media' }).waitFor();
  const letGo = await holdChunks(visit, 2);
  await choose(visit.page, 'Twice');
  await trayOf(visit.page).getByText('Twice').first().waitFor();
  await expect.poll(async () => (await leftOf('Twice')).tokens, SOON).toBe(1);
  await choose(second, 'Twice');
  await trayOf(second)
    .getByText(/another tab/i)
    .first()
    .waitFor();
  await letGo();
  for (const page of [visit.page, second]) {
    await trayOf(page)
      .getByText(/^Kaltura is processing it\./)
      .first()
      .waitFor(LATER);
  }
  expect(await leftOf('Twice')).toEqual({ entries: 1, tokens: 0 });
});

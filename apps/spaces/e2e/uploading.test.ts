import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { holdChunks } from './holdChunks.ts';
import { openLibrary, seen, work, type Library } from './library.ts';
import { LATER, SOON } from './patience.ts';
import { recording } from './recording.ts';
import { signInToKaltura } from './signInToKaltura.ts';
import { trayOf } from './tray.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
afterAll(() => world.close());

/** Opens the library's uploader, chooses files and uploads them. */
async function upload({ page, library }: { page: Page; library: Library }, ...names: string[]): Promise<void> {
  await library.dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await library.dialog
    .locator('input[type=file]')
    .setInputFiles(names.map((name) => recording(name, name.startsWith('Long') ? 4_000_000 : 60_000)));
  await page
    .getByRole('button', { name: names.length === 1 ? 'Upload 1 file' : `Upload ${names.length} files` })
    .click();
}

describe('uploading from the library', () => {
  it('shows the new entry in the grid at once, outlives the dialog and hangs it in the space', async () => {
    const visit = await world.visit('Bruno', 'winter-show');
    const { page, complaints } = visit;
    const library = await openLibrary(page);
    await upload({ page, library }, 'Rain');
    await library.entries.filter({ hasText: 'Rain' }).getByText('Processing').waitFor();
    await library.dialog.getByRole('button', { name: 'Close the media library' }).click();

    const tray = trayOf(page);
    await tray.getByText(/^Kaltura is processing it\./).waitFor();
    await world.demo.sandbox.sandbox.clock.advance(3600);
    await tray.getByText(/^(Ready, streams with DASH|Playable\.)/).waitFor(LATER);
    await tray.getByRole('button', { name: 'Import Rain' }).click();
    expect(await seen(work(page, 'Rain'))).toBe(true);
    expect(await seen(tray.getByText('In this space'))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('asks before the page is left, and goes on after a reload when the file is chosen again', async () => {
    const visit = await world.visit('Chiara');
    const { page } = visit;
    const letGo = await holdChunks(visit, 2);
    const library = await openLibrary(page);
    await upload({ page, library }, 'Long walk');
    const tray = trayOf(page);
    await tray
      .getByText(/^[1-9]\d?% · /)
      .first()
      .waitFor();

    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await letGo();
    await tray.getByText(/^Choose Long walk\.wav again to go on from [1-9]\d?%/).waitFor();
    await tray.locator('input[type=file]').setInputFiles(recording('Long talk', 4_000_000));
    await tray.getByText(/^That is another file\./).waitFor();
    await tray.locator('input[type=file]').setInputFiles(recording('Long walk', 4_000_000));
    await tray.getByText(/^Kaltura is processing it\./).waitFor();
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });

  it('offers every file of one drop after a reload, those too whose turn had not come, and each arrives once', async () => {
    const visit = await world.visit('Ada', 'legacy-lobby');
    const { page, requests } = visit;
    const names = ['Long dawn', 'Long noon', 'Long dusk', 'Long dark'];
    const letGo = await holdChunks(visit, 2);
    const library = await openLibrary(page);
    await upload({ page, library }, ...names);
    const tray = trayOf(page);
    await expect.poll(() => tray.getByText('Waits for its turn').count(), SOON).toBe(2);
    await tray
      .getByText(/^[1-9]\d?% · /)
      .first()
      .waitFor();
    const added = (): number => requests.filter((one) => /uploadtoken\/action\/add$/i.test(one.url())).length;
    await expect.poll(added, SOON).toBe(2);

    // Another tab only watches, those too that have not begun.
    const second = await visit.context.newPage();
    await second.goto(page.url());
    const watching = trayOf(second);
    await expect.poll(() => watching.getByText(/^Another tab is uploading this file/).count(), SOON).toBe(4);
    expect(await watching.getByRole('button', { name: /^Cancel / }).count()).toBe(0);
    await second.close();

    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await letGo();
    await tray.getByText('4 uploads wait for their files').waitFor();
    for (const name of names.slice(2))
      expect(await seen(tray.getByText(`Choose ${name}.wav again to upload it`))).toBe(true);
    await tray
      .getByLabel('Choose the 4 files again')
      .and(page.locator('input'))
      .setInputFiles(names.toReversed().map((name) => recording(name, 4_000_000)));
    await expect.poll(() => tray.getByText(/^Kaltura is processing it\./).count(), LATER).toBe(4);

    const client = signInToKaltura(world.demo, 'ada@atelier-nord.example');
    const filter = { statusIn: [-2, -1, 0, 1, 2, 4, 7] as const };
    const { objects } = await client.media.list({ filter, pager: { pageSize: 500 } });
    const ours = objects.map(({ name }) => name).filter((name) => names.includes(name));
    expect(ours.sort()).toEqual(names.toSorted());
    expect((await client.uploadToken.list({ statusIn: [0, 1, 2] })).objects).toEqual([]);
  });

  it('belongs to the person who began it', async () => {
    const visit = await world.visit('Bruno');
    const { page } = visit;
    const letGo = await holdChunks(visit, 2);
    const library = await openLibrary(page);
    await upload({ page, library }, 'Long story');
    await trayOf(page).getByText('Long story').waitFor();
    await library.dialog.getByRole('button', { name: 'Close the media library' }).click();

    await page.getByRole('button', { name: /^Bruno .*: switch$/ }).click();
    await page.getByRole('button', { name: /^Chiara/ }).click();
    await page.getByRole('button', { name: /^Chiara .*: switch$/ }).waitFor();
    await letGo();
    expect(await page.getByText('Long story').count()).toBe(0);
    await page.reload();
    // What is hers shows, so what is known of uploads has been read by then.
    await upload({ page, library: await openLibrary(page) }, 'Chirping');
    await trayOf(page).getByText('Chirping').first().waitFor();
    expect(await page.getByText('Long story').count()).toBe(0);
  });

  it('waits for the network and goes on by itself', async () => {
    const visit = await world.visit('Ada', 'legacy-lobby');
    const { page, context } = visit;
    const letGo = await holdChunks(visit, 2);
    const library = await openLibrary(page);
    await upload({ page, library }, 'Long night');
    const tray = trayOf(page);
    await tray.getByText('Long night').waitFor();
    await context.setOffline(true);
    await letGo();
    await tray.getByText('Waits for the network and goes on by itself.', { exact: true }).waitFor();
    await context.setOffline(false);
    expect(await seen(tray.getByText(/^Kaltura is processing it\./))).toBe(true);
  });
});

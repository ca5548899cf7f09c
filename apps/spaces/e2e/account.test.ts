import type { Locator, Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { findHub, findPersona } from '../server/people.ts';
import { holdChunks } from './holdChunks.ts';
import { openLibrary, seen } from './library.ts';
import { recording } from './recording.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
afterAll(() => world.close());

/** Somebody's account page, as they get to it. */
async function openAccount(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /: switch$/ }).click();
  await page.getByRole('link', { name: 'Your account' }).click();
  const account = page.getByRole('main');
  await account.getByRole('heading', { level: 1, name: 'Kaltura' }).waitFor();
  return account;
}

/** Presses "Check again" (or "Check now") in a hub and waits for what comes of it. */
async function check(hub: Locator): Promise<string> {
  await hub.getByRole('button', { name: /^Check (again|now)$/ }).click();
  const outcome = hub.getByText(/^(Kaltura answered just now|The check has failed just now)/);
  await outcome.waitFor();
  return (await outcome.textContent()) ?? '';
}

const hubOf = (account: Locator, name: string): Locator =>
  account.getByRole('region', { name: new RegExp(`^${name}`) });
const fact = (hub: Locator, name: string): Locator => hub.locator('dl > div').filter({ hasText: name }).locator('dd');

describe('the account page', () => {
  it.each([
    ['Ada', 'ada@atelier-nord.example', 'Atelier Nord', /^Your own media/],
    ['Bruno', 'bruno@atelier-nord.example', 'Atelier Nord', /^Your own media/],
    ['Dinah', 'dinah@universite-delta.example', 'Université Delta', /^All media/],
  ] as const)('says to %s that Kaltura works, as whom, and what there is to see', async (name, id, hubName, sees) => {
    const { page, complaints } = await world.visit(name);
    const account = await openAccount(page);
    const hub = hubOf(account, hubName);
    expect(await check(hub)).toMatch(/[\d,]+ items are ready/);
    expect(await seen(hub.getByText('Connected', { exact: true }))).toBe(true);
    // Their media was there before the first session from here.
    expect(await fact(hub, 'You in Kaltura').textContent()).toMatch(new RegExp(`^${id}A Kaltura user that was there`));
    expect(await fact(hub, 'What you see').textContent()).toMatch(sees);
    expect(await fact(hub, 'Last successful check').textContent()).toMatch(/\d/);
    expect(complaints).toEqual([]);
  });

  it('shows Chiara each of her hubs, and makes her a user where she was none', async () => {
    const { page, requests } = await world.visit('Chiara');
    const account = await openAccount(page);
    const garden = hubOf(account, 'Pixel Garden');
    await garden.getByText('Not in this plan').waitFor();
    const delta = hubOf(account, 'Université Delta');
    await delta.getByRole('button', { name: /^Université Delta/ }).click();
    expect(await fact(delta, 'You in Kaltura').textContent()).toContain('This is who you will be.');
    expect(await seen(delta.getByText(/creates your user there if there is none/))).toBe(true);
    const before = requests.filter((request) => request.url().endsWith('/v1/kaltura-session')).length;

    await check(delta);
    await fact(delta, 'You in Kaltura')
      .getByText(/Created for you on/)
      .waitFor();
    expect(await fact(delta, 'You in Kaltura').textContent()).toContain('does not open MediaSpace (KMS)');
    expect(await fact(delta, 'What you see').textContent()).toMatch(/^All media/);
    const after = requests.filter((request) => request.url().endsWith('/v1/kaltura-session')).length;
    expect(after).toBe(before + 1);
  });

  it('is locked for Emil, with the reason, whom to ask and what to send them', async () => {
    const { page } = await world.visit('Emil');
    const hub = hubOf(await openAccount(page), 'Pixel Garden');
    expect(await seen(hub.getByText('Not in this plan'))).toBe(true);
    expect(await seen(hub.getByRole('heading', { name: 'Kaltura is not part of this hub’s plan' }))).toBe(true);
    const letter = await hub.getByRole('textbox', { name: 'Send this to your hub admin' }).inputValue();
    expect(letter).toContain('Code: plan_not_entitled');
    expect(letter).toMatch(/Reference for support: [\w-]{8,}/);
    expect(await check(hub)).toBe('The check has failed just now.');
    expect(await seen(hub.getByText('Not in this plan'))).toBe(true);
  });

  it('works with the keyboard alone', async () => {
    const { page } = await world.visit('Chiara');
    const garden = hubOf(await openAccount(page), 'Pixel Garden');
    await garden.getByText('Not in this plan').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let step = 0; step < 30 && !(await focused()).startsWith('Pixel Garden'); step += 1) {
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toMatch(/^Pixel Garden/);
    await page.keyboard.press('Space');
    expect(await seen(page.getByRole('heading', { name: 'Kaltura is not part of this hub’s plan' }))).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Copy the text');
  });

  it('keeps no secret on the page or in the browser', async () => {
    const { page, context, requests } = await world.visit('Bruno');
    const account = await openAccount(page);
    await check(hubOf(account, 'Atelier Nord'));
    const ks = requests
      .map((request) => new URLSearchParams(request.postData() ?? '').get('ks'))
      .find((value) => value !== null);
    expect(ks?.length).toBeGreaterThan(80);
    const everything = [await page.content(), JSON.stringify(await context.storageState({ indexedDB: true }))].join();
    expect(everything).not.toContain(ks?.slice(0, 40));
    for (const request of requests) expect(request.url()).not.toContain(ks?.slice(0, 40));
  });

  it('shows an upload that was begun in the library', async () => {
    const visit = await world.visit('Bruno');
    const { page } = visit;
    // The bytes stay on their way for as long as the test looks.
    await holdChunks(visit, 0);
    const library = await openLibrary(page);
    await library.entries.first().waitFor();
    await library.dialog.getByRole('button', { name: 'Upload', exact: true }).click();
    await library.dialog.locator('input[type="file"]').first().setInputFiles(recording('Rain on the roof', 4000));
    await library.dialog.getByRole('button', { name: /^Upload 1 file/ }).click();
    await library.dialog.getByRole('button', { name: 'Close the media library' }).click();
    const account = await openAccount(page);
    const hub = hubOf(account, 'Atelier Nord');
    expect(await seen(hub.getByRole('heading', { name: 'Your uploads' }))).toBe(true);
    expect(await seen(hub.getByText('Rain on the roof').first())).toBe(true);
  });
});

describe('what hub admins do', () => {
  /** A call of Ada's, as the settings make it. */
  async function asAda(method: 'PUT' | 'DELETE', path: string): Promise<number> {
    const { urls, signer } = world.demo;
    const persona = findPersona('ada');
    const hub = findHub('atelier-nord');
    if (!persona || !hub) throw new Error('Ada is gone');
    const headers = async (): Promise<Record<string, string>> => ({
      authorization: `Bearer ${await signer.sign({ persona, hub, authTime: Math.floor(Date.now() / 1000) })}`,
      origin: urls.host,
    });
    const now = await fetch(`${urls.exchange}/v1/admin/connection`, { headers: await headers() });
    const etag = now.headers.get('etag') ?? '';
    const answer = await fetch(`${urls.exchange}/v1/admin/${path}`, {
      method,
      headers: { ...(await headers()), 'if-match': etag },
    });
    return answer.status;
  }

  it('shows on the account pages of their people: paused, and on again', async () => {
    const { page } = await world.visit('Bruno');
    const hub = hubOf(await openAccount(page), 'Atelier Nord');
    await check(hub);
    expect(await asAda('PUT', 'connection/pause')).toBe(200);
    expect(await check(hub)).toBe('The check has failed just now.');
    expect(await seen(hub.getByText('Paused', { exact: true }))).toBe(true);
    expect(await hub.getByRole('textbox').inputValue()).toContain('tell me when it goes on');
    expect(await asAda('DELETE', 'connection/pause')).toBe(200);
    await check(hub);
    expect(await seen(hub.getByText('Connected', { exact: true }))).toBe(true);
  });

  it('shows there too when the hub is disconnected', async () => {
    await world.demo.exchange.connections.remove('universite-delta');
    const { page } = await world.visit('Dinah');
    const hub = hubOf(await openAccount(page), 'Université Delta');
    expect(await seen(hub.getByText('Not connected', { exact: true }))).toBe(true);
    expect(await hub.getByRole('textbox').inputValue()).toContain('connect the hub to our Kaltura account');
    await page.reload();
    expect(await seen(hub.getByText('Not connected', { exact: true }))).toBe(true);
  });
});

import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { accountAdmin } from '../server/seedAccountAdmin.ts';
import { openLibrary, seen } from './library.ts';
import { SOON } from './patience.ts';
import { createAppToken, disconnect, openSettings } from './settings.ts';
import { createWorld } from './world.ts';

const world = await createWorld({ unconnected: true });
afterAll(() => world.close());

describe('a hub that is not connected', () => {
  afterEach(() => disconnect(world));

  it('is connected by hand, with only the panel’s words; participants find their media at once', async () => {
    const { page } = await world.visit('Bruno');
    const bruno = await openLibrary(page);
    expect(await seen(bruno.dialog.getByRole('heading', { name: 'This hub is not connected to Kaltura yet' }))).toBe(
      true,
    );

    const ada = await world.visit('Ada');
    const settings = await openSettings(ada);
    const { panel, press } = settings;
    expect(await seen(panel.getByText('4K enabled in the Kaltura account'))).toBe(true);
    await ada.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.getByRole('radio', { name: 'By hand' }).check();
    await panel.getByRole('checkbox', { name: /also play media of others/ }).check();
    await press('Continue');
    const parameters: string[] = [];
    const copies = panel.locator('.sk-copy', { hasText: 'Copy all as JSON' });
    for (const copy of [copies.first(), copies.last()]) {
      await copy.getByRole('button').click();
      await copy.getByText('Copied', { exact: true }).waitFor();
      parameters.push(await ada.page.evaluate(() => navigator.clipboard.readText()));
    }
    expect(new Set(parameters).size).toBe(2);
    const opened = ada.context.waitForEvent('page');
    await panel.getByRole('link', { name: 'Open Kaltura’s API console' }).click();
    const apiConsole = await opened;
    const answers: string[] = [];
    for (const parameter of parameters) answers.push(await createAppToken(apiConsole, parameter));
    await apiConsole.close();

    await press('I have the answer');
    for (const [at, answer] of answers.entries()) {
      await ada.page.evaluate((text) => navigator.clipboard.writeText(text), answer);
      await panel.getByLabel('Paste Kaltura’s answer').nth(at).press('ControlOrMeta+V');
    }
    expect(await settings.saveAndTest()).toMatch(/Saved\. Everything works/);
    expect(await seen(panel.getByText('their own media of the account'))).toBe(true);
    expect(await seen(panel.getByText('play in spaces through the second App Token'))).toBe(true);

    // Nothing of the secret is left in the page, in storage, or in an address; it was sent once, to the exchange.
    const secrets = answers.map((answer) => (JSON.parse(answer) as { token: string }).token);
    const kept = JSON.stringify([await ada.context.storageState({ indexedDB: true }), await ada.page.content()]);
    for (const secret of secrets) {
      expect(kept).not.toContain(secret);
      expect(ada.requests.filter((request) => request.url().includes(secret))).toEqual([]);
      const bodies = ada.requests.filter((request) => (request.postData() ?? '').includes(secret));
      expect(bodies.map((request) => `${request.method()} ${new URL(request.url()).pathname}`)).toEqual([
        'PUT /v1/admin/connection',
      ]);
    }
    expect(ada.complaints).toEqual([]);

    await bruno.dialog.getByRole('button', { name: 'Close the media library' }).click();
    const again = await openLibrary(page);
    expect(await seen(again.entries.first())).toBe(true);
  });

  it('is connected by signing in to Kaltura, with the keyboard alone', async () => {
    const ada = await world.visit('Ada');
    const { page } = ada;
    const { panel } = await openSettings(ada);
    const focused = () => page.locator(':focus');
    const tabTo = async (name: string): Promise<void> => {
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        const label = await focused().evaluate((element) =>
          element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : element.textContent,
        );
        if (label?.startsWith(name)) return;
      }
      throw new Error(`Tab does not lead to “${name}”`);
    };
    const reached = (heading: RegExp) =>
      expect.poll(() => focused().evaluate((element) => element.textContent), SOON).toMatch(heading);

    await panel.getByRole('radio', { name: 'Sign in to Kaltura' }).focus();
    await tabTo('E-mail address');
    await page.keyboard.type(accountAdmin.email);
    await tabTo('Password');
    await page.keyboard.type(accountAdmin.password);
    await page.keyboard.press('Enter');
    await reached(/Step 2 of 4: Choose the account/);
    await tabTo('Atelier Nord');
    await tabTo('Continue');
    await page.keyboard.press('Enter');
    await reached(/Step 3 of 4: What people may see/);
    await tabTo('Their own');
    await page.keyboard.press('ArrowRight');
    await tabTo('Continue');
    await page.keyboard.press('Enter');
    await reached(/Step 4 of 4: Choose how uploads are converted/);
    await tabTo('Connect & test');
    await page.keyboard.press('Enter');
    expect(await seen(panel.getByText(/Everything works/))).toBe(true);
    expect(await seen(panel.getByText('all media of the account', { exact: true }))).toBe(true);

    const sent = ada.requests.filter((request) => (request.postData() ?? '').includes(accountAdmin.password));
    expect(sent.map((request) => new URL(request.url()).pathname)).toEqual(['/v1/admin/guided/sign-in']);
    expect(await page.content()).not.toContain('djJ8');
    expect(ada.complaints).toEqual([]);

    const chiara = await openLibrary((await world.visit('Chiara')).page);
    expect(await seen(chiara.entries.first())).toBe(true);
    expect(await chiara.dialog.getByRole('radio', { name: 'Mine' }).count()).toBe(1);
  });

  it('does not open its settings to participants, who see why', async () => {
    const { page } = await world.visit('Bruno');
    expect(await page.getByRole('link', { name: 'Hub settings' }).count()).toBe(0);
    await page.goto(`${world.demo.urls.host}/settings/kaltura`);
    expect(await seen(page.getByRole('heading', { name: 'Only hub admins can change this' }))).toBe(true);
  });
});

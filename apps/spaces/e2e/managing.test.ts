import { appTokenParams } from '@spaces-kaltura/client/exchange';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openLibrary, seen } from './library.ts';
import { createAppToken, openSettings, signInToKaltura } from './settings.ts';
import { createWorld } from './world.ts';

const world = await createWorld();
const { enterprise } = world.demo.sandbox.partners;
afterAll(() => world.close());

/** The connection with which the demo begins. */
const reconnect = () =>
  world.demo.exchange.connections.store({
    hub: 'atelier-nord',
    serviceUrl: world.demo.urls.sandbox,
    partnerId: enterprise.partner.id,
    tokens: { editor: { id: enterprise.appToken.id, secret: enterprise.appToken.token, hashType: 'SHA256' } },
  });
afterEach(reconnect);

describe('replacing the App Token while somebody works', () => {
  it('interrupts nobody, with the right secret or with a wrong one', async () => {
    const bruno = await openLibrary((await world.visit('Bruno')).page);
    await bruno.entries.first().waitFor();
    const settings = await openSettings(await world.visit('Ada'));

    const fresh = enterprise.partner.addAppToken({ ...tokenInit, description: 'fresh' });
    await settings.press('Replace secret');
    await settings.typeToken({ id: fresh.id, token: 'f'.repeat(32) }, 'SHA256');
    expect(await settings.saveAndTest('Replace & test')).toMatch(/failed/);
    expect(await settings.finding('hash')).toContain('The secret does not belong to this App Token');
    await bruno.search('bruno');
    expect(await seen(bruno.entries.first())).toBe(true);
    const chiara = await openLibrary((await world.visit('Chiara')).page);
    expect(await seen(chiara.entries.first())).toBe(true);

    await settings.press('Replace secret');
    await settings.typeToken(fresh, 'SHA256');
    expect(await settings.saveAndTest('Replace & test')).toMatch(/Everything works/);
    await settings.press('Forget the former one now');
    await settings.panel.getByText('stays at hand').waitFor({ state: 'detached' });
    await bruno.search('');
    await bruno.type('Sounds');
    await bruno.first('sound');
    const again = await openLibrary((await world.visit('Chiara')).page);
    expect(await seen(again.entries.first())).toBe(true);
  });
});

describe('pausing', () => {
  it('closes the library with the reason, and opens it again', async () => {
    const settings = await openSettings(await world.visit('Ada'));
    await settings.press('Pause');
    await settings.panel.getByRole('button', { name: 'Resume' }).waitFor();
    const { page } = await world.visit('Bruno');
    const { dialog } = await openLibrary(page);
    expect(await seen(dialog.getByRole('heading', { name: 'The connection to Kaltura is paused' }))).toBe(true);
    await settings.press('Resume');
    await settings.panel.getByRole('button', { name: 'Pause' }).waitFor();
    await page.reload();
    const bruno = await openLibrary(page);
    expect(await seen(bruno.entries.first())).toBe(true);
  });
});

describe('disconnecting with a second browser open', () => {
  it('wants the hub’s name, then gives nobody a session any more', async () => {
    const { page } = await world.visit('Bruno');
    const bruno = await openLibrary(page);
    await bruno.entries.first().waitFor();
    const ada = await world.visit('Ada');
    const settings = await openSettings(ada);
    await settings.press('Disconnect…');
    const dialog = ada.page.getByRole('dialog', { name: 'Disconnect Atelier Nord from Kaltura?' });
    await dialog.getByLabel(/to confirm/).fill('Atelier');
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    expect(await seen(dialog.getByText('This is not the name of the hub.'))).toBe(true);
    await dialog.getByLabel(/to confirm/).fill('Atelier Nord');
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    expect(await seen(settings.panel.getByText('The hub is disconnected from Kaltura.'))).toBe(true);
    expect(await seen(settings.panel.getByText('What is needed'))).toBe(true);

    await page.reload();
    const after = await openLibrary(page);
    expect(await seen(after.dialog.getByRole('heading', { name: 'This hub is not connected to Kaltura yet' }))).toBe(
      true,
    );
    expect(ada.complaints).toEqual([]);
  });
});

describe('two admins at once', () => {
  it('do not overwrite each other', async () => {
    const first = await openSettings(await world.visit('Ada'));
    const second = await openSettings(await world.visit('Ada'));
    for (const { panel, press } of [first, second]) {
      await press('Change settings');
      await panel.getByText('More settings').click();
    }
    await first.panel.getByLabel('Conversion profile').fill('7');
    await first.saveAndTest();
    await second.panel.getByLabel('Which Kaltura user is a person?').selectOption('local_part');
    await second.press('Save & test');
    expect(await seen(second.panel.getByText('conversion profile: nothing → 7'))).toBe(true);
    await second.press('Discard mine');
    expect(await seen(second.panel.getByText(/with conversion profile 7/))).toBe(true);
  });
});

describe('what else can be wrong with an account', () => {
  it('a brand-new one makes no App Tokens: the answer is explained where it is pasted', async () => {
    await world.demo.exchange.connections.remove('atelier-nord');
    const ada = await world.visit('Ada');
    const { panel, press } = await openSettings(ada);
    const apiConsole = await ada.context.newPage();
    await apiConsole.goto(`${world.demo.urls.host}/kaltura-console`);
    await apiConsole.getByLabel('Account').selectOption('104');
    const answer = await createAppToken(apiConsole, JSON.stringify(appTokenParams('editor', { kind: 'own' })));
    await apiConsole.close();
    await panel.getByRole('radio', { name: 'By hand' }).check();
    await press('Continue');
    await press('I have the answer');
    await panel.getByLabel('Paste Kaltura’s answer').fill(answer);
    expect(await seen(panel.getByText('A brand-new account cannot create App Tokens yet'))).toBe(true);
  });

  it('a conversion profile that makes nothing that streams is named', async () => {
    await world.demo.exchange.connections.remove('atelier-nord');
    const settings = await openSettings(await world.visit('Ada'));
    const { panel, press } = settings;
    await signInToKaltura(settings);
    await press('Continue');
    await press('Continue');
    await panel.getByRole('radio', { name: 'Source Only' }).check();
    expect(await settings.saveAndTest('Connect & test')).toMatch(/1 of \d+ checks failed/);
    expect(await settings.finding('dash')).toContain('makes nothing that streams');
  });

  it('clocks that differ are told', async () => {
    await world.demo.sandbox.sandbox.clock.advance(120);
    const settings = await openSettings(await world.visit('Ada'));
    await settings.test();
    expect(await settings.finding('clock')).toMatch(/differ by 1[12]\d seconds/);
  });
});

const { sessionPrivileges, hashType, sessionType } = appTokenParams('editor', { kind: 'own' });
const tokenInit = { sessionPrivileges, hashType, sessionType };

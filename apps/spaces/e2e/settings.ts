import type { Locator, Page } from 'playwright';
import { accountAdmin } from '../server/seedAccountAdmin.ts';
import type { Visit, World } from './world.ts';

/** The hub settings, as Ada uses them. */
export interface Settings {
  readonly panel: Locator;
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Fills in an App Token by typing, in the form that is open. */
  readonly typeToken: (token: { id: string; token: string }, hashType: string) => Promise<void>;
  /** Saves the form that is open, and waits until the test that follows has said its verdict. */
  readonly saveAndTest: (button?: string) => Promise<string>;
  /** Tests what is stored, and waits for the verdict. */
  readonly test: () => Promise<string>;
  /** What the test said about one of its checks; empty when it said nothing. */
  readonly finding: (check: string) => Promise<string>;
}

export async function openSettings({ page }: Visit): Promise<Settings> {
  await page.getByRole('link', { name: 'Hub settings' }).click();
  const panel = page.locator('.sk-settings');
  await panel.getByRole('heading', { name: 'Kaltura integration' }).waitFor();
  const press = (name: string | RegExp): Promise<void> => panel.getByRole('button', { name }).click();
  const verdict = async (): Promise<string> => {
    const said = panel.locator('.sk-test-verdict').filter({ hasText: /checks? (passed|failed)/ });
    await said.waitFor();
    return said.innerText();
  };
  return {
    panel,
    press,
    async typeToken({ id, token }, hashType) {
      await panel.getByLabel('Token id (id)').first().fill(id);
      await panel.getByLabel('Hash type (hashType)').first().selectOption(hashType);
      await panel.getByLabel('Secret (token)').first().fill(token);
    },
    async saveAndTest(button = 'Save & test') {
      // Its name says that it saves meanwhile; until its form has closed, the verdict is that of an earlier test.
      const pressed = await panel.getByRole('button', { name: button }).elementHandle();
      await pressed?.click();
      await pressed?.waitForElementState('hidden');
      return verdict();
    },
    async test() {
      await panel.getByRole('button', { name: /^Test( again)?$/ }).click();
      return verdict();
    },
    finding: (check) => panel.locator(`[data-check="${check}"] .sk-check-finding`).innerText(),
  };
}

/** Signs in to Kaltura as the account admin, in the panel. */
export async function signInToKaltura({ panel, press }: Settings): Promise<void> {
  await panel.getByLabel('E-mail address in Kaltura').fill(accountAdmin.email);
  await panel.getByLabel('Password in Kaltura').fill(accountAdmin.password);
  await press('Sign in to Kaltura');
}

/** In the stand-in for Kaltura's console: sends these parameters and answers what Kaltura said. */
export async function createAppToken(apiConsole: Page, parameters: string): Promise<string> {
  await apiConsole.getByLabel('Parameters of appToken.add, as JSON').fill(parameters);
  await apiConsole.getByRole('button', { name: 'Send' }).click();
  await apiConsole.getByRole('button', { name: 'Copy the answer' }).waitFor();
  return apiConsole.locator('pre').innerText();
}

/** Disconnects Atelier Nord behind everybody's back, for the next test. */
export const disconnect = ({ demo }: World): Promise<unknown> => demo.exchange.connections.remove('atelier-nord');

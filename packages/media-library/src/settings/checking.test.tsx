import { createAppTokenSessionSource } from '@spaces-kaltura/client/api';
import { appTokenParams } from '@spaces-kaltura/client/exchange';
import type { SandboxAppTokenInit } from '@spaces-kaltura/sandbox';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestHub, type TestHub } from '../testing/createTestHub.ts';
import { renderSettings, type RenderedSettings } from '../testing/renderSettings.tsx';

let hub: TestHub;
beforeEach(async () => {
  hub = await createTestHub();
  // A film from which to tell that uploads stream.
  hub.partner.addEntry({ name: 'Film', mediaType: 1, userId: 'ada@atelier-nord.example' });
});
afterEach(() => hub.close());

const { sessionPrivileges, hashType } = appTokenParams('editor', { kind: 'own' });
const good: SandboxAppTokenInit = { sessionType: 0, sessionPrivileges, hashType };

const field = (label: string): HTMLInputElement => screen.getByLabelText(label);
/** What is shown of a check: `passed`, `failed` or `skipped`, and what was found. */
const check = (id: string): { outcome: string | undefined; text: string } => {
  const row = document.querySelector<HTMLElement>(`[data-check="${id}"]`);
  return { outcome: row?.dataset['outcome'], text: row?.textContent ?? '' };
};
const verdict = (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text);

/** Enters this App Token over the stored one, then saves and tests. */
async function saveAndTest(
  { user, press }: RenderedSettings,
  token: { id: string; token: string },
  type: string = 'SHA256',
): Promise<void> {
  await press('Change settings');
  await user.clear(field('Token id (id)'));
  await user.type(field('Token id (id)'), token.id);
  await user.selectOptions(field('Hash type (hashType)'), type);
  await user.type(field('Secret (token)'), token.token);
  await press('Save & test');
}

test('a correct connection is all green: no false alarms', async () => {
  await hub.connect(good);
  const { press } = renderSettings(hub);
  await press('Test');
  const said = await verdict(/^Everything works: \d+ checks passed\.$/);
  expect(said).toHaveAttribute('role', 'status');
  expect(document.querySelectorAll('[data-outcome="failed"]')).toHaveLength(0);
  expect(document.querySelectorAll('[data-hint]')).toHaveLength(0);
  expect(check('player').text).toContain('no App Token for playback');
  expect(screen.getByText(/In Kaltura you are ada@atelier-nord\.example/)).toBeInTheDocument();
  // What Kaltura said is what the connection does.
  expect(await screen.findByText('their own media of the account')).toBeInTheDocument();
  expect(screen.getByText(/are possible, with the account’s default/)).toBeInTheDocument();
});

interface Misconfiguration {
  readonly what: string;
  readonly init?: Partial<SandboxAppTokenInit>;
  readonly type?: string;
  readonly secret?: string;
  readonly id?: string;
  readonly check: string;
  readonly says: RegExp;
}

const cases: readonly Misconfiguration[] = [
  { what: 'wrong hash type', type: 'SHA512', check: 'hash', says: /its hash type is SHA256, not SHA512/ },
  { what: 'weak hash type', init: { hashType: 'SHA1' }, type: 'SHA1', check: 'hash', says: /SHA1 is old/ },
  { what: 'wrong secret', secret: 'f'.repeat(32), check: 'hash', says: /does not belong to this App Token/ },
  { what: 'unknown token', id: '0_nothere', check: 'session', says: /has no App Token 0_nothere/ },
  { what: 'expired', init: { expiry: 1_000_000_000 }, check: 'session', says: /has ended/ },
  { what: 'short sessions', init: { sessionDuration: 60 }, check: 'session', says: /last only 60 seconds/ },
  { what: 'ADMIN sessions', init: { sessionType: 2 }, check: 'rights', says: /opens ADMIN sessions/ },
  { what: 'pinned user', init: { sessionUserId: 'kim' }, check: 'rights', says: /everybody the user kim/ },
  { what: 'no privileges', init: { sessionPrivileges: '' }, check: 'rights', says: /lacks disableentitlement/ },
  {
    what: 'dangerous privilege',
    init: { sessionPrivileges: 'disableentitlement,edit:*' },
    check: 'rights',
    says: /The privilege edit:\* opens more/,
  },
  {
    what: 'restricting privilege',
    init: { sessionPrivileges: 'disableentitlement,urirestrict:/nowhere/*' },
    check: 'rights',
    says: /urirestrict:\S+ of the App Token forbids/,
  },
];

describe('each misconfiguration is named after saving, which it never holds up:', () => {
  test.for(cases)('$what', async ({ init = {}, type = 'SHA256', secret, id, check: at, says }) => {
    await hub.connect(good);
    const made = hub.partner.addAppToken({ ...good, ...init });
    const token = { id: id ?? made.id, token: secret ?? made.token };
    const view = renderSettings(hub);
    await saveAndTest(view, token, type);
    await waitFor(() => expect(check(at).text).toMatch(says));
    expect(screen.getByText(new RegExp(`^${token.id}, ${type}, fingerprint`))).toBeInTheDocument();
  });

  test('no session type: whoever holds the token may ask for ADMIN sessions', async () => {
    await hub.connect(good);
    const made = hub.partner.addAppToken({ sessionPrivileges, hashType });
    await saveAndTest(renderSettings(hub), made);
    await waitFor(() => expect(check('rights').text).toMatch(/has no sessionType/));
  });

  test('sessions that somebody ended', async () => {
    const made = await hub.connect(good);
    const { serviceUrl } = hub;
    const appToken = { ...made, hashType: 'SHA256' as const };
    const fetch = (request: Request): Promise<Response> => hub.sandbox.fetch(request);
    const source = createAppTokenSessionSource({ serviceUrl, partnerId: 102, appToken, userId: 'lee', fetch });
    const body = new URLSearchParams({ ks: (await source.get()).ks });
    await fetch(new Request(`${serviceUrl}/api_v3/service/session/action/end`, { method: 'POST', body }));
    const { press } = renderSettings(hub);
    await press('Test');
    await waitFor(() => expect(check('session').text).toMatch(/Somebody ended a session/));
    expect((await screen.findAllByText('Sessions ended')).length).toBeGreaterThan(0);
  });

  test('another account, and an address where nobody is', async () => {
    await hub.connect(good);
    const { user, press } = renderSettings(hub);
    const made = hub.partner.addAppToken(good);
    await press('Change settings');
    await user.clear(field('Account (partnerId)'));
    await user.type(field('Account (partnerId)'), '999');
    await user.type(field('Secret (token)'), made.token);
    await press('Save & test');
    await waitFor(() => expect(check('widget_session').text).toMatch(/does not know the account 999/));
    hub.sandbox.faults.add({ service: 'system', fault: { kind: 'html' } });
    await press('Test again');
    await waitFor(() => expect(check('reachable').text).toMatch(/is not Kaltura/));
  });
});

test('old results are gone as soon as something is saved', async () => {
  await hub.connect({ ...good, sessionUserId: 'kim' });
  const view = renderSettings(hub);
  await view.press('Test');
  await verdict(/1 of \d+ checks failed/);
  const release = hub.holdNext('POST connection/test');
  await saveAndTest(view, hub.partner.addAppToken(good));
  await verdict(/Saved\. Testing…/);
  expect(document.querySelectorAll('[data-outcome="running"]')).toHaveLength(11);
  expect(document.querySelectorAll('[data-outcome="failed"]')).toHaveLength(0);
  release();
  await verdict(/Saved\. Everything works/);
  expect(check('rights')).toEqual(expect.objectContaining({ outcome: 'passed' }));
  expect(document.querySelectorAll('[data-outcome="failed"]')).toHaveLength(0);
});

test('what is saved while a test is under way has its own test, and not the verdict of the other', async () => {
  await hub.connect({ ...good, sessionUserId: 'kim' });
  const view = renderSettings(hub);
  const release = hub.holdNext('POST connection/test');
  await view.press('Test');
  await screen.findByRole('button', { name: 'Testing…' });
  await saveAndTest(view, hub.partner.addAppToken(good));
  await verdict(/Saved\. Everything works/);
  release();
  await view.press('Pause');
  await screen.findByRole('button', { name: 'Resume' });
  expect(await verdict(/Saved\. Everything works/)).toBeInTheDocument();
});

test('a privilege can be accepted knowingly; people then get sessions', async () => {
  await hub.connect({ ...good, sessionPrivileges: 'disableentitlement,edit:*' });
  const { press } = renderSettings(hub);
  await press('Test');
  await press('Accept edit:*');
  await verdict(/Everything works/);
  expect(await hub.askForSession()).toBe('ok');
});

test('a test that cannot be run says so, and leaves what was saved alone', async () => {
  await hub.connect(good);
  const { press } = renderSettings(hub);
  await screen.findByText('Connected');
  hub.failNext('POST connection/test');
  await press('Test');
  expect(await screen.findByRole('alert')).toHaveTextContent('The test could not be run');
  await press('Try again');
  await verdict(/Everything works/);
});

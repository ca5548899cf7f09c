import { createAppTokenSessionSource } from '@spaces-kaltura/client/api';
import { appTokenParams } from '@spaces-kaltura/client/exchange';
import { afterAll, describe, expect, it } from 'vitest';
import { seen } from './library.ts';
import { openSettings } from './settings.ts';
import { createWorld, type World } from './world.ts';

/** An exchange tests a hub six times at once and then every ten seconds: two of them have nobody waiting. */
const worlds = [await createWorld(), await createWorld()] as const;
afterAll(() => Promise.all(worlds.map((world) => world.close())));

/** Each misconfiguration that the world knows: how it comes about, and what the panel says about it. */
describe('a misconfigured App Token is named, with what helps:', () => {
  const cases: readonly Misconfiguration[] = [
    { what: 'wrong hash type', typed: 'SHA512', check: 'hash', says: 'its hash type is SHA256, not SHA512' },
    {
      what: 'wrong secret',
      secret: 'f'.repeat(32),
      check: 'hash',
      says: 'The secret does not belong to this App Token',
    },
    { what: 'expired', init: { expiry: 1_000_000_000 }, check: 'session', says: 'has ended' },
    { what: 'no session type', init: { sessionType: undefined }, check: 'rights', says: 'has no sessionType' },
    { what: 'ADMIN sessions', init: { sessionType: 2 }, check: 'rights', says: 'opens ADMIN sessions' },
    { what: 'one user for all', init: { sessionUserId: 'kim' }, check: 'rights', says: 'makes everybody the user kim' },
    {
      what: 'a dangerous privilege',
      init: { sessionPrivileges: 'disableentitlement,edit:*' },
      check: 'rights',
      says: 'The privilege edit:* opens more than a participant needs',
    },
    { what: 'a missing privilege', init: { sessionPrivileges: '' }, check: 'rights', says: 'lacks disableentitlement' },
    { what: 'sessions too short', init: { sessionDuration: 60 }, check: 'session', says: 'last only 60 seconds' },
    { what: 'unknown token', id: '0_nothere', check: 'session', says: 'has no App Token 0_nothere' },
    { what: 'sessions ended by somebody', kill: true, check: 'session', says: 'Somebody ended a session' },
  ];

  it.each(cases.map((one, index) => ({ ...one, world: worlds[index % worlds.length] ?? worlds[0] })))(
    '$what',
    async ({ world, typed = 'SHA256', secret, init, id, kill, check, says }) => {
      const { partner } = world.demo.sandbox.partners.enterprise;
      const made = partner.addAppToken({ ...tokenInit, ...init });
      if (kill === true) await endItsSessions(world, made);
      const settings = await openSettings(await world.visit('Ada'));
      await settings.press('Change settings');
      await settings.typeToken({ id: id ?? made.id, token: secret ?? made.token }, typed);
      await settings.saveAndTest();
      expect(await settings.finding(check)).toContain(says);
      // It is stored all the same: saving never waits for a test.
      expect(await seen(settings.panel.getByText(new RegExp(`^${id ?? made.id}, ${typed}`)))).toBe(true);
    },
  );
});

interface Misconfiguration {
  what: string;
  /** Hash type that is typed. */
  typed?: string;
  secret?: string;
  init?: object;
  id?: string;
  kill?: true;
  check: string;
  says: string;
}

const { sessionPrivileges, hashType, sessionType } = appTokenParams('editor', { kind: 'own' });
const tokenInit = { sessionPrivileges, hashType, sessionType };

/** Somebody calls session.end with a session of this App Token, as no integration should. */
async function endItsSessions({ demo }: World, appToken: { id: string; token: string }): Promise<void> {
  const serviceUrl = demo.urls.sandbox;
  const { ks } = await createAppTokenSessionSource({
    serviceUrl,
    partnerId: demo.sandbox.partners.enterprise.partner.id,
    appToken: { ...appToken, hashType: 'SHA256' },
    userId: 'somebody@atelier-nord.example',
  }).get();
  await fetch(`${serviceUrl}/api_v3/service/session/action/end`, { method: 'POST', body: new URLSearchParams({ ks }) });
}

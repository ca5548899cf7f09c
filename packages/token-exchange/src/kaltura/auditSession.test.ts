import { describe, expect, it } from 'vitest';
import { auditSession, type AskedSession } from './auditSession.ts';

const asked: AskedSession = {
  tokenId: '0_abcdefgh',
  entryId: null,
  partnerId: 102,
  userId: 'ana@uni.example',
  acceptedPrivileges: [],
};
const own = 'sessionid:0_abcdefgh,apptoken:0_abcdefgh';
const info = { ks: 'djJ8', sessionType: 0, partnerId: 102, userId: 'ana@uni.example', expiry: 1, privileges: own };
const faultOf = (privileges: string, change: Partial<AskedSession> = {}) =>
  auditSession({ ...info, privileges: `${own},${privileges}` }, { ...asked, ...change }).fault;

const safe = [
  '',
  ' ',
  'list:*',
  'disableentitlement',
  'enableentitlement',
  'enableentitlement, privacycontext:SPACES',
  'enableentitlement,privacycontext:Spaces_2026.a-b,list:*',
  'enablecategorymoderation',
  'appid:spaces-app',
  'urirestrict:/api_v3/*',
  'iprestrict:192.0.2.1',
  'actionslimit:500',
];

/** What a token for playing gives when it is asked for one entry. */
const narrowed = 'sview:0_abc,disableentitlementforentry:0_abc,setrole:PLAYBACK_BASE_ROLE';
const ofPlayback = ['sview:0_abc', 'disableentitlementforentry:0_abc', 'setrole:PLAYBACK_BASE_ROLE'];
const playing = { entryId: '0_abc' };

/** What would reach beyond that entry, or do more than play it. */
const beyondPlayback = [
  'sview:*',
  'sview:0_abc/0_def',
  'sview:0_def',
  'sview:0_abcd',
  'SVIEW:0_abc',
  'disableentitlementforentry:*',
  'disableentitlementforentry:0_abc/0_def',
  'disableentitlement',
  'enableentitlement',
  'privacycontext:SPACES',
  'enablecategorymoderation',
  'list:*',
  'list:0_abc',
  'edit:0_abc',
  'download:0_abc',
  'setrole:SPACES',
];

const unsafe = [
  '*',
  'all:*',
  'edit:*',
  'edit:0_abc',
  'download:*',
  'download',
  'view:*',
  'widget:1',
  'list',
  'list:',
  'LIST:*',
  'List:*',
  'xlist:*',
  'list:*x',
  'list:**',
  'list:* ,edit:*',
  'list:0_abc',
  'list%3A*',
  'list：*',
  'lis\u200Bt:*',
  'list:*\nedit:*',
  'editplaylist:*',
  'sviewplaylist:1',
  'edituser:*',
  'editadmintags:*',
  'setrole:PARTNER_ADMIN_ROLE',
  'setrole:1',
  'setrole:',
  'setrole',
  'restrictingrole:X',
  'limitentry:0_a',
  'preview:1',
  'reftime:1',
  'sessionkey:a',
  'searchcontext:a',
  'virtualeventid:1',
  'enablechangeaccount:1',
  'impersonate',
  'impersonate:102',
  'userid:eva',
  'reference:x',
  'eventsessioncontextid:1',
  'hapaccesstoken:1',
  'DISABLEENTITLEMENT',
  'disableentitlement:',
  'disableentitlement:1',
  'disableentitlement;edit:*',
  'enableentitlement:*',
  'privacycontext',
  'privacycontext:',
  'privacycontext:list:*',
  'privacycontext:a:*',
  'privacycontext:*:*',
  'Privacycontext:a',
  'appid:',
  'appid',
  'appid:edit:*',
  'appid:x/list:*',
  'urirestrict:edit:*',
  'urirestrict:',
  'iprestrict',
  'actionslimit:',
  'actionslimit',
  'sessionid:0_other',
  'sessionid:',
  'sessionid',
  'apptoken:0_other',
  'apptoken:',
  'sessionid:0_abcdefgh/0_other',
  'Sessionid:0_abcdefgh',
  'constructor',
  'constructor:*',
  '__proto__',
  'toString:1',
  'hasOwnProperty',
  ':',
  ':*',
  ':list:*',
  '::',
  '0',
  'null',
  'undefined',
  'true',
  'a:b',
  'unknown',
  'unknown:1',
  'edit:*/list:*',
  'disableentitlement edit:*',
  'list:*;edit:*',
  'list:*|edit:*',
  '\u0000',
  '"list:*"',
  "'",
];

describe('the audit of what Kaltura granted', () => {
  it.each(safe)('lets %j pass', (privileges) => {
    expect(faultOf(privileges)).toBeNull();
  });

  it.each(ofPlayback)('wants %j of a session for playing, and of no other', (privilege) => {
    expect(faultOf(privilege)).toBe('unsafe_privilege');
    const others = ofPlayback.filter((other) => other !== privilege);
    expect(faultOf(others.join(','), playing)).toBe('missing_privilege');
  });

  it.each(['', 'urirestrict:/p/*', 'iprestrict:192.0.2.1', 'appid:spaces'])(
    'lets a session for playing pass that is narrowed to its entry, with %j',
    (privilege) => {
      expect(faultOf(`${narrowed},${privilege}`, playing)).toBeNull();
    },
  );

  it.each(beyondPlayback)('stops %j in a session for playing, accepted or not', (privilege) => {
    expect(faultOf(`${narrowed},${privilege}`, playing)).toBe('unsafe_privilege');
    const acceptedPrivileges = [privilege];
    expect(faultOf(`${narrowed},${privilege}`, { ...playing, acceptedPrivileges })).toBe('unsafe_privilege');
  });

  it.each(unsafe)('stops %j, alone and among harmless ones', (privilege) => {
    expect(faultOf(privilege)).toBe('unsafe_privilege');
    expect(faultOf(`disableentitlement,${privilege},list:*`)).toBe('unsafe_privilege');
    expect(faultOf(`${narrowed},${privilege}`, playing)).toBe('unsafe_privilege');
  });

  it('has a corpus of at least 100 privilege texts', () => {
    expect(new Set([...safe, ...beyondPlayback, ...unsafe]).size).toBeGreaterThanOrEqual(100);
  });

  it('takes an accepted privilege by its exact spelling only', () => {
    const acceptedPrivileges = ['setrole:SPACES'];
    expect(faultOf('setrole:SPACES', { acceptedPrivileges })).toBeNull();
    expect(faultOf('setrole:SPACES2', { acceptedPrivileges })).toBe('unsafe_privilege');
    expect(faultOf('setrole:spaces', { acceptedPrivileges })).toBe('unsafe_privilege');
  });

  it('reads visibility and role from the answer', () => {
    const read = (privileges: string) => {
      const { canListAll, hasRole } = auditSession({ ...info, privileges }, asked);
      return [canListAll, hasRole];
    };
    expect(read('disableentitlement')).toEqual([false, false]);
    expect(read('disableentitlement, list:*')).toEqual([true, false]);
    expect(read('xlist:*')).toEqual([false, false]);
    expect(read('setrole:X')).toEqual([false, true]);
  });

  it.each([
    ['another account', { partnerId: 103 }, 'wrong_partner'],
    ['type ADMIN', { sessionType: 2 }, 'wrong_type'],
    ['a widget', { sessionType: 1 }, 'wrong_type'],
    ['no type', { sessionType: -1 }, 'wrong_type'],
    ['another user', { userId: 'eva@uni.example' }, 'pinned_user'],
    ['the user in another case', { userId: 'Ana@uni.example' }, 'pinned_user'],
    ['nobody', { userId: '' }, 'pinned_user'],
  ])('stops a session of %s', (_, change, fault) => {
    expect(auditSession({ ...info, ...change }, asked).fault).toBe(fault);
  });
});

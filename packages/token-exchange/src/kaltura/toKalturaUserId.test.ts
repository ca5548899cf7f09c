import { describe, expect, it } from 'vitest';
import { createTestExchange, userToken, type TestExchange } from '../testing/createTestExchange.ts';
import { lowerAscii } from './toKalturaUserId.ts';

/** Emails of two people whom a database that ignores case, accents, width and trailing spaces could take for one. */
function twins(): [string, string][] {
  const plain = 'zoe.miller@uni.example';
  const pairs: [string, string][] = [];
  const add = (other: string): void => void pairs.push([plain, other]);

  // Letters with marks, one by one and decomposed.
  for (const [letter, variants] of [
    ['o', 'òóôõöøōŏőǒǫȯọỏốồ'],
    ['e', 'èéêëēĕėęěẹẻẽếềể'],
    ['i', 'ìíîïĩīĭįıỉị'],
    ['l', 'ĺļľŀł'],
    ['r', 'ŕŗř'],
    ['u', 'ùúûüũūŭůűųụủ'],
    ['n', 'ñńņňŉŋ'],
    ['m', 'ḿṁṃ'],
    ['z', 'źżžẑẓẕ'],
  ] as const) {
    for (const variant of variants) {
      add(plain.replace(letter, variant));
      add(plain.replace(letter, variant.normalize('NFD')));
    }
  }
  // Other letters of the same look or width.
  for (const [letter, variants] of [
    ['o', 'оοօｏ𝐨⓪ºₒ'],
    ['e', 'еｅ𝐞ℯⅇₑ'],
    ['i', 'іｉⅰℹ𝐢'],
    ['m', 'ｍⅿ𝐦'],
    ['l', 'ｌⅼ𝐥ℓ'],
    ['z', 'ｚ𝐳ᴢ'],
    ['@', '＠﹫'],
    ['.', '．。․｡'],
  ] as const) {
    for (const variant of variants) add(plain.replace(letter, variant));
  }
  // What cannot be seen, in front, inside and at the end.
  for (const unseen of [
    '\u200B',
    '\u200C',
    '\u200D',
    '\u00AD',
    '\uFEFF',
    '\u2060',
    '\u180E',
    '\u034F',
    '\u202E',
    '\u0000',
  ]) {
    add(plain + unseen);
    add(unseen + plain);
    add(plain.replace('.', `.${unseen}`));
  }
  for (const space of [' ', '  ', '\t', '\n', '\r', '\u00A0', '\u2003', '\u3000', '\v']) {
    add(plain + space);
    add(space + plain);
  }
  // Other spellings of one mailbox.
  add('"zoe.miller"@uni.example');
  add('zoe.miller@uni.example.');
  add('.zoe.miller@uni.example');
  add('zoe.miller.@uni.example');
  add('zoe..miller@uni.example');
  add('zoe.miller@uni..example');
  add('zoe.miller@@uni.example');
  add('zoe.miller@uni@example');
  add('zoe.miller(comment)@uni.example');
  add('zoe\\.miller@uni.example');
  add('zoe.miller@[127.0.0.1]');
  add('Zoe Miller <zoe.miller@uni.example>');
  add('zoe.miller@uni.example,ana@uni.example');
  add('zoe.miller/a@uni.example');
  add('zoe.miller=a@uni.example');
  add('zoe.miller;@uni.example');
  add('zoe.miller%00@uni.example\u0000');
  add('@uni.example');
  add('zoe.miller@');
  add('zoe.miller');
  add('0');
  // Kaltura cuts at 100 characters.
  const long = `${'x'.repeat(90)}@uni.exampl`;
  for (const end of ['e', 'ex', '.org', '.net', '-a', 'e.com']) pairs.push([long.slice(0, 100), `${long}${end}`]);
  return pairs;
}

/** Whom a KS acts for, asked of Kaltura. */
async function whoIs(test: TestExchange, ks: string): Promise<string> {
  const body = new URLSearchParams({ ks, format: '1' });
  const url = `${test.serviceUrl}/api_v3/service/user/action/get`;
  const user = (await (await test.sandbox.fetch(new Request(url, { method: 'POST', body }))).json()) as { id: string };
  return user.id;
}

/** Without regard to case, accents and trailing spaces, and cut at 100 characters. */
const asKalturaCompares = (id: string): string =>
  id.slice(0, 100).trimEnd().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

describe('emails that Kaltura could take for somebody else', () => {
  const pairs = twins();

  it('are a corpus of at least 200 pairs', () => {
    expect(new Set(pairs.map((pair) => pair.join('|'))).size).toBeGreaterThanOrEqual(200);
  });

  it('never get the KS of the other, whoever comes first', async () => {
    for (const [owner, twin] of pairs) {
      const test = await createTestExchange();
      const first = await test.session({ sub: 'owner', email: owner });
      test.calls.length = 0;
      const second = await test.session({ sub: 'twin', email: twin });
      const seen = { owner, twin, status: second.status, code: second.body.code, user: second.body.kaltura?.user_id };
      expect(first.status).toBe(200);
      // Refused before Kaltura is asked at all.
      expect(seen).toEqual({ owner, twin, status: 422, code: 'email_not_supported', user: undefined });
      expect(test.calls).toEqual([]);
      await test.exchange.close();
    }
  }, 60_000);

  it('are told apart by what Kaltura answers where our rules cannot see it', async () => {
    const accented = pairs
      .map(([, twin]) => twin)
      .filter((twin) => /^[\p{L}\p{M}.@]+$/u.test(twin) && /\P{ASCII}/u.test(twin));
    expect(accented.length).toBeGreaterThan(100);
    const answers = new Map<string, number>();
    for (const existing of accented) {
      const test = await createTestExchange();
      test.partner.addUser({ id: existing });
      const { status, body } = await test.session({ email: 'zoe.miller@uni.example' });
      // Either Kaltura finds nobody and makes a user of exactly this id, or it finds the twin and nobody gets a KS.
      expect(status === 200 ? body.kaltura.user_id : body.code).toBe(
        status === 200 ? 'zoe.miller@uni.example' : 'email_ambiguous',
      );
      answers.set(existing, status);
      await test.exchange.close();
    }
    expect([...answers.values()].filter((status) => status === 409).length).toBeGreaterThan(20);
  }, 60_000);

  it.each(['email', 'local_part', 'claim:staff_id'] as const)(
    'never let two people act as one Kaltura user where a hub maps by %s',
    async (userIdMapping) => {
      const test = await createTestExchange({ appToken: null });
      await test.connect(userToken, { userIdMapping });
      /** Whom each KS really acts for, as Kaltura compares ids. */
      const owners = new Map<string, Set<string>>();
      const people = [...new Set(pairs.flat())].flatMap((id) => [
        id,
        id.toUpperCase(),
        `${id.split('@')[0]}@other.example`,
      ]);
      let sessions = 0;
      for (const [index, id] of people.entries()) {
        const { status, body } = await test.session({ sub: `person-${index}`, email: id, staff_id: id });
        expect([200, 409, 422]).toContain(status);
        if (status !== 200) continue;
        sessions += 1;
        const user = await whoIs(test, body.access_token);
        expect(lowerAscii(user)).toBe(lowerAscii(body.kaltura.user_id));
        const key = asKalturaCompares(user);
        owners.set(key, (owners.get(key) ?? new Set()).add(`person-${index}`));
      }
      expect(people.length).toBeGreaterThan(600);
      expect(sessions).toBeGreaterThan(2);
      expect([...owners].filter(([, subjects]) => subjects.size > 1)).toEqual([]);
    },
    60_000,
  );

  it.each([
    'ANA@UNI.EXAMPLE',
    'Ana@Uni.Example',
    "o'neil+vr_{x}~|`#!$%&*?^-1@a-b.c",
    'a@b',
    `${'x'.repeat(88)}@uni.example`,
  ])('are not these: %s', async (email) => {
    const test = await createTestExchange();
    const { body } = await test.session({ email });
    expect(body.kaltura.user_id).toBe(email.toLowerCase());
  });
});

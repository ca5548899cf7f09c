import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeKs, encodeKs, type KsFields } from '../src/session/ks.ts';
import { buildRequest, type Vocabulary } from './buildRequest.ts';
import { compareJson, compareText, type Comparison, type Difference } from './compare.ts';
import { Names } from './Names.ts';
import type { Exchange, Expectation, Recording } from './Recording.ts';
import type { Target } from './Target.ts';

export interface Outcome {
  name: string;
  verdict: 'identical' | 'deliberate' | 'wrong';
  differences: Difference[];
}

/** Holds a recorded conversation with a server and says, answer by answer, how it compares. */
export async function replay(recording: Recording, target: Target): Promise<Outcome[]> {
  const names = new Names();
  const shift = target.moveTo ? 0 : Math.floor(Date.now() / 1000) - recording.start;
  const known = new Map<string, string>();
  const account = target.account(102);
  if (!account) throw new TypeError('The target has no account to talk to.');
  const now = (exchange: Exchange): number => recording.start + shift + exchange.at;

  const secretOf = (partnerId: number): string | undefined =>
    [102, 103].map((id) => target.account(id)).find((other) => other?.id === partnerId)?.adminSecret;

  function ks(name: string): string {
    const present = known.get(name);
    if (present !== undefined) return present;
    const facts = recording.sessions[name];
    const owner = facts && target.account(facts.partner);
    if (!facts || !owner) return `no session ${name}`;
    const expiry =
      facts.expiry === undefined ? recording.start + shift + 86_400 : recording.start + shift + facts.expiry;
    const fields = {
      partnerId: owner.id,
      type: facts.type,
      userId: facts.user,
      expiry,
      privileges: names.translate(facts.privileges ?? ''),
    };
    const secret = facts.secret === 'user' ? owner.userSecret : owner.adminSecret;
    const made = facts.version === 1 ? encodeV1(fields, secret) : encodeKs(fields, secret);
    known.set(name, made);
    return made;
  }

  function learnKs(name: string, actual: string): string | undefined {
    const facts = recording.sessions[name];
    const present = known.get(name);
    if (present !== undefined) return present === actual ? undefined : 'another KS than before';
    known.set(name, actual);
    const fields = decodeKs(actual, secretOf);
    if (!fields) return 'not a KS of this account';
    if (!facts) return undefined;
    const late = facts.expiry === undefined ? 0 : Math.abs(fields.expiry - shift - recording.start - facts.expiry);
    const same =
      fields.type === facts.type &&
      fields.userId === facts.user &&
      names.translate(facts.privileges ?? '') === fields.privileges;
    // A widget KS may have been answered from the cache, with an older life.
    return same && (late <= 5 || facts.user === '0') ? undefined : JSON.stringify(fields);
  }

  const words: Vocabulary = { names, account, ks, shift };
  const pending: Promise<Outcome>[] = [];
  const outcomes: Outcome[] = [];
  for (const exchange of [...recording.setup, ...recording.exchanges]) {
    await target.moveTo?.(now(exchange));
    const request = await buildRequest(exchange, target.url, words);
    const answer = fetch(request);
    if (exchange.takes !== undefined) await whileWaiting(answer, target);
    const outcome = answer.then((response) => judge(exchange, response));
    if (exchange.async) pending.push(outcome);
    else if (exchange.expect) outcomes.push(await outcome);
    else await outcome;
  }
  return [...outcomes, ...(await Promise.all(pending))];

  async function judge(exchange: Exchange, response: Response): Promise<Outcome> {
    const body = await response.arrayBuffer();
    const text = new TextDecoder().decode(body);
    for (const [recorded, path] of Object.entries(exchange.bind ?? {}))
      names.learn(recorded, String(pick(parse(text), path)));
    const unordered =
      !JSON.stringify([exchange.params, exchange.body]).includes('orderBy') ||
      /orderBy":"bogus/.test(JSON.stringify(exchange.params));
    const comparison: Comparison = {
      names,
      learnKs,
      now: now(exchange),
      shift,
      partnerId: words.account.id,
      unordered,
      hostname: new URL(target.url).hostname,
    };
    const differences = exchange.expect
      ? differencesOf(exchange.expect, response, text, comparison)
      : failed(exchange, text);
    const verdict =
      differences.length === 0 ? 'identical' : differences.every((item) => item.deliberate) ? 'deliberate' : 'wrong';
    return { name: exchange.name ?? exchange.call, verdict, differences };
  }
}

/** A step of the set-up that failed makes everything after it meaningless. */
function failed(exchange: Exchange, text: string): Difference[] {
  if (/"objectType":"KalturaAPIException"/.test(text))
    throw new Error(`${exchange.call} of the set-up failed: ${text}`);
  return [];
}

function differencesOf(expected: Expectation, response: Response, text: string, comparison: Comparison): Difference[] {
  const wrong = (path: string, wanted: unknown, actual: unknown): Difference => ({
    path,
    expected: wanted,
    actual,
    deliberate: false,
  });
  const out: Difference[] = [];
  if (expected.forbidden !== undefined) {
    const isForbidden = /"code":"(SERVICE_FORBIDDEN|INVALID_KS|ENTRY_ID_NOT_FOUND)"/.test(text);
    const isAllowed = !/"code":"SERVICE_FORBIDDEN"/.test(text);
    if (expected.forbidden ? !isForbidden : !isAllowed)
      out.push(wrong('forbidden', expected.forbidden, text.slice(0, 200)));
    return out;
  }
  if (response.status !== (expected.status ?? 200))
    out.push(wrong('status', expected.status ?? 200, `${response.status} ${text.slice(0, 200)}`));
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    const actual = response.headers.get(name) ?? '';
    const shown = name === 'content-type' ? (actual.split(';')[0] ?? '') : actual;
    for (const difference of compareText(value, shown, comparison)) out.push({ ...difference, path: `header ${name}` });
  }
  if ('json' in expected) {
    out.push(...compareJson(expected.json, parse(text), comparison));
    if (!expected.headers && response.headers.get('access-control-allow-origin') !== '*')
      out.push(wrong('header access-control-allow-origin', '*', null));
  } else if (expected.text !== undefined && !expected.binary) out.push(...compareText(expected.text, text, comparison));
  return out;
}

/** Lets the clock run while the server waits for something, as it did when the answer was recorded. */
async function whileWaiting(answer: Promise<Response>, target: Target): Promise<void> {
  const done = answer.then(() => true);
  const soon = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), 10));
  while (target.passSecond && !(await Promise.race([done, soon()]))) await target.passSecond();
}

function encodeV1({ partnerId, expiry, type, userId, privileges }: KsFields, secret: string): string {
  const info = `${partnerId};${partnerId};${expiry};${type};12345.1;${userId};${privileges};;`;
  return btoa(`${bytesToHex(sha1(utf8ToBytes(secret + info)))}|${info}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function pick(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], value);
}

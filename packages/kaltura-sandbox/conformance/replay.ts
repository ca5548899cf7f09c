import { buildRequest, type Vocabulary } from './buildRequest.ts';
import type { Comparison, Difference } from './compare.ts';
import { createSessions } from './createSessions.ts';
import { differencesOf, parse } from './judge.ts';
import { Names } from './Names.ts';
import type { Exchange, Recording } from './Recording.ts';
import type { Target } from './Target.ts';

export interface Outcome {
  name: string;
  verdict: 'identical' | 'deliberate' | 'wrong';
  differences: Difference[];
}

/**
 * Holds a recorded conversation with a server and says, answer by answer, how it compares. What needs an account that the target
 * does not have is left out.
 */
export async function replay(recording: Recording, target: Target): Promise<Outcome[]> {
  const account = target.account(102);
  if (!account) throw new TypeError('The target has no account to talk to.');
  const names = new Names();
  const sessions = createSessions(recording, target, names);
  const partner = (recordedId: number): number =>
    (isAccount(recordedId) && target.account(recordedId)?.id) || recordedId;
  const pending: Promise<Outcome>[] = [];
  const outcomes: Outcome[] = [];

  for (const exchange of [...recording.setup, ...recording.exchanges]) {
    if (!sessions.canHold(exchange)) continue;
    await target.reach(recording.start + exchange.at, exchange.expect ? 3 : 1);
    const shift = target.now() - recording.start - exchange.at;
    const words: Vocabulary = { names, account, partner, ks: (name) => sessions.ks(name, shift), shift };
    const outcome = talk(exchange, words).then(({ response, text }) => judge(exchange, response, text, words));
    if (exchange.async) pending.push(outcome);
    else if (exchange.expect) outcomes.push(await outcome);
    else await outcome;
  }
  return [...outcomes, ...(await Promise.all(pending))];

  async function talk(exchange: Exchange, words: Vocabulary): Promise<{ response: Response; text: string }> {
    const answer = buildRequest(exchange, target.url, words).then((request) => fetch(request));
    if (exchange.takes !== undefined) await whileWaiting(answer, target);
    const response = await answer;
    const text = new TextDecoder().decode(await response.arrayBuffer());
    if (exchange.until === undefined || holds(exchange.until, parse(text))) return { response, text };
    await passSecond(target);
    return talk(exchange, words);
  }

  function judge(exchange: Exchange, response: Response, text: string, { shift, partner }: Vocabulary): Outcome {
    for (const [recorded, path] of Object.entries(exchange.bind ?? {}))
      names.learn(recorded, String(pick(parse(text), path)));
    const comparison: Comparison = {
      names,
      learnKs: (name, actual) => sessions.learn(name, actual, shift),
      now: target.now(),
      shift,
      tolerance: target.tolerance,
      partner,
      unordered: isUnordered(exchange),
      hostname: new URL(target.url).hostname,
    };
    const differences = exchange.expect
      ? differencesOf(exchange.expect, response, text, comparison)
      : failed(exchange, text);
    const isDeliberate = differences.every((difference) => difference.deliberate);
    const verdict = differences.length === 0 ? 'identical' : isDeliberate ? 'deliberate' : 'wrong';
    return { name: exchange.name ?? exchange.call, verdict, differences };
  }
}

/** The two accounts of the recordings. */
function isAccount(recordedId: number): boolean {
  return recordedId === 102 || recordedId === 103;
}

/** A list nobody gave an order may come in any, and so may one with an order that does not exist. */
function isUnordered({ params, body }: Exchange): boolean {
  const asked = JSON.stringify([params, body]);
  return !asked.includes('orderBy') || asked.includes('"orderBy":"bogus"');
}

/** A step of the set-up that failed makes everything after it meaningless. */
function failed(exchange: Exchange, text: string): Difference[] {
  if (/"objectType":"KalturaAPIException"/.test(text))
    throw new Error(`${exchange.call} of the set-up failed: ${text}`);
  return [];
}

/** Lets the clock run while the server waits for something, as it did when the answer was recorded. */
async function whileWaiting(answer: Promise<Response>, target: Target): Promise<void> {
  const done = answer.then(() => true);
  const soon = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), 10));
  while (target.passSecond && !(await Promise.race([done, soon()]))) await target.passSecond();
}

async function passSecond(target: Target): Promise<void> {
  if (target.passSecond) return target.passSecond();
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

function holds(wanted: Record<string, unknown>, answer: unknown): boolean {
  return Object.entries(wanted).every(([path, value]) => pick(answer, path) === value);
}

function pick(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], value);
}

import { compareJson, compareText, type Comparison, type Difference } from './compare.ts';
import type { Expectation } from './Recording.ts';

/** What differs between an answer and the recorded one, headers included. */
export function differencesOf(
  expected: Expectation,
  response: Response,
  text: string,
  comparison: Comparison,
): Difference[] {
  if (expected.forbidden !== undefined) return ofPermission(expected.forbidden, text);
  const out: Difference[] = [];
  if (response.status !== (expected.status ?? 200)) {
    out.push(wrong('status', expected.status ?? 200, `${response.status} ${text.slice(0, 200)}`));
  }
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    const actual = response.headers.get(name) ?? '';
    const shown = name === 'content-type' ? (actual.split(';')[0] ?? '') : actual;
    for (const difference of compareText(value, shown, comparison)) out.push({ ...difference, path: `header ${name}` });
  }
  if ('json' in expected) {
    out.push(...compareJson(expected.json, parse(text), comparison));
    const origin = response.headers.get('access-control-allow-origin');
    if (!expected.headers && origin !== '*') out.push(wrong('header access-control-allow-origin', '*', origin));
  } else if (expected.text !== undefined && !expected.binary) out.push(...compareText(expected.text, text, comparison));
  return out;
}

/** Whose an entry is comes before what a role may do, so an entry that is not there is a refusal too. */
function ofPermission(forbidden: boolean, text: string): Difference[] {
  const isForbidden = /"code":"(SERVICE_FORBIDDEN|INVALID_KS|ENTRY_ID_NOT_FOUND)"/.test(text);
  const isAllowed = !/"code":"SERVICE_FORBIDDEN"/.test(text);
  return (forbidden ? isForbidden : isAllowed) ? [] : [wrong('forbidden', forbidden, text.slice(0, 200))];
}

function wrong(path: string, expected: unknown, actual: unknown): Difference {
  return { path, expected, actual, deliberate: false };
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

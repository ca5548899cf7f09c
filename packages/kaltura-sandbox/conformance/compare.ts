import { isMoment } from './buildRequest.ts';
import { isDeliberate } from './deliberate.ts';
import { idPattern, type Names } from './Names.ts';

export interface Difference {
  path: string;
  expected: unknown;
  actual: unknown;
  deliberate: boolean;
}

export interface Comparison {
  names: Names;
  /** Learns a KS: checks it against the recorded facts and answers what is wrong with it, if anything. */
  learnKs(name: string, actual: string): string | undefined;
  /** This server's time at the answer, and how far it is from the recorded one. */
  now: number;
  shift: number;
  /** The account here that stands for a recorded one. */
  partner: (recordedId: number) => number;
  /** How many seconds a time may be off. */
  tolerance: number;
  /** Where the target lives; hosts are compared as such. */
  hostname: string;
  /** The request asked for no order, so none is promised. */
  unordered: boolean;
}

/** What differs between the recorded answer and this one, names and times aside. */
export function compareJson(expected: unknown, actual: unknown, comparison: Comparison): Difference[] {
  const differences: Difference[] = [];
  visit(expected, actual, '', '', comparison, differences);
  return differences;
}

/** The same for a text, e.g. a playlist or a header. */
export function compareText(expected: string, actual: string, comparison: Comparison): Difference[] {
  if (textMatches(expected, actual, comparison)) return [];
  // The XML form is for people who forgot `format=1`: properties without a value, which Kaltura writes as empty elements, are left out.
  const isXmlAlike =
    expected.startsWith('<?xml') &&
    textMatches(withoutEmptyElements(expected), withoutEmptyElements(actual), comparison);
  const isSameFile = textMatches(withoutFileFacts(expected), withoutFileFacts(actual), comparison);
  return [{ path: 'text', expected, actual, deliberate: isXmlAlike || isSameFile }];
}

function withoutEmptyElements(xml: string): string {
  return xml.replaceAll(/<(\w+)><\/\1>/g, '');
}

/** Sizes, rates and codecs are those of the file at hand. */
function withoutFileFacts(text: string): string {
  return text
    .replaceAll(/BANDWIDTH=\d+/g, 'BANDWIDTH')
    .replaceAll(/CODECS="[^"]*"/g, 'CODECS')
    .replaceAll(/bitrate="\d+"|"bitrate":\d+/g, 'bitrate')
    .replaceAll(/"codecs":"[^"]*"/g, 'codecs')
    .replace(/^bytes (\d+-(?:99(?=\/))?)\d*\/\d+$/, 'bytes $1');
}

function visit(
  expected: unknown,
  actual: unknown,
  path: string,
  owner: string,
  comparison: Comparison,
  out: Difference[],
): void {
  const field = path.split('.').at(-1) ?? '';
  const differ = (): number => out.push({ path, expected, actual, deliberate: isDeliberate(owner, field) });
  if (Array.isArray(expected) && Array.isArray(actual))
    return visitList(expected, actual, path, owner, comparison, out);
  if (isObject(expected) && isObject(actual)) return visitObject(expected, actual, path, comparison, out);
  if (typeof expected === 'string' && typeof actual === 'string') {
    if (!textMatches(expected, actual, comparison)) differ();
  } else if (typeof expected === 'number' && typeof actual === 'number') {
    const same = isProfileId(field, owner)
      ? comparison.names.learn(`profile ${expected}`, String(actual))
      : numberMatches(expected, actual, field, comparison);
    if (!same) differ();
  } else if (expected !== actual) differ();
}

function visitObject(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  path: string,
  comparison: Comparison,
  out: Difference[],
): void {
  const owner = textOf(expected['objectType']);
  if (Array.isArray(expected['objects']) && Array.isArray(actual['objects']) && comparison.unordered) {
    if (expected['objects'].length < Number(expected['totalCount']))
      return visitPage(expected, actual, path, comparison, out);
  }
  // Objects of long lists were written down in excerpts, without their type: only those fields are known.
  const isExcerpt = /(^|\.)objects\.\d+$/.test(path) && expected['objectType'] === undefined;
  for (const name of new Set([...Object.keys(expected), ...(isExcerpt ? [] : Object.keys(actual))])) {
    visit(expected[name], actual[name], path === '' ? name : `${path}.${name}`, owner, comparison, out);
  }
}

/** A page of an unordered list may hold any of the objects: only how many there are, and what they look like, is said. */
function visitPage(
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  path: string,
  comparison: Comparison,
  out: Difference[],
): void {
  const [wanted, got] = [expected['objects'] as unknown[], actual['objects'] as unknown[]];
  visit(expected['totalCount'], actual['totalCount'], `${path}totalCount`, '', comparison, out);
  visit(wanted.length, got.length, `${path}objects.length`, '', comparison, out);
  if (typeOf(wanted[0]) !== undefined)
    visit(typeOf(wanted[0]), typeOf(got[0]), `${path}objects.objectType`, '', comparison, out);
}

const typeOf = (value: unknown): unknown => (isObject(value) ? value['objectType'] : typeof value);

function visitList(
  expected: unknown[],
  actual: unknown[],
  path: string,
  owner: string,
  comparison: Comparison,
  out: Difference[],
): void {
  if (expected.length !== actual.length) {
    const deliberate =
      isDeliberate(owner, path.split('.').at(-1) ?? '') || isDeliberate(textOf(typeOf(expected[0])), 'length');
    out.push({ path, expected: summary(expected), actual: summary(actual), deliberate });
    return;
  }
  const aligned = comparison.unordered ? alignById(expected, actual, comparison.names) : actual;
  expected.forEach((item, index) => visit(item, aligned[index], `${path}.${index}`, owner, comparison, out));
}

/** Brings this server's objects into the recorded order, as far as their names are known. */
function alignById(expected: unknown[], actual: unknown[], names: Names): unknown[] {
  const left = [...actual];
  const take = (matches: (item: unknown) => boolean): unknown => {
    const at = left.findIndex(matches);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const known = expected.map((item) => {
    const id = isObject(item) && typeof item['id'] === 'string' ? names.get(item['id']) : undefined;
    return id === undefined ? undefined : take((other) => isObject(other) && other['id'] === id);
  });
  return known.map((item) => item ?? left.shift());
}

/** Conversion profiles are numbered by the server. */
function isProfileId(field: string, owner: string): boolean {
  return /^conversion(ProfileId|Quality)$/.test(field) || (field === 'id' && owner === 'KalturaConversionProfile');
}

function numberMatches(
  expected: number,
  actual: number,
  field: string,
  { now, shift, partner, tolerance }: Comparison,
): boolean {
  if (isMoment(expected)) {
    if (/At$|Time$/.test(field)) return actual > 1_500_000_000 && actual <= now + tolerance;
    return Math.abs(actual - shift - expected) <= tolerance;
  }
  return actual === (/partnerId|^id$/i.test(field) ? partner(expected) : expected);
}

/** Compares texts in which ids, KS, App Token secrets, hosts and times may stand, and learns their names. */
function textMatches(expected: string, actual: string, comparison: Comparison): boolean {
  const { names, shift, hostname } = comparison;
  const learners: ((text: string) => boolean)[] = [];
  let pattern = '';
  let rest = 0;
  for (const match of expected.matchAll(marks)) {
    pattern += quote(expected.slice(rest, match.index)) + patternOf(match[0]);
    rest = match.index + match[0].length;
  }
  pattern += quote(expected.slice(rest));
  const found = new RegExp(`^${pattern}$`, 's').exec(
    actual.replaceAll(new RegExp(String.raw`https?:(?:\\?/){2}${quote(hostname)}(:\d+)?`, 'g'), '<<host>>'),
  );
  return found !== null && learners.every((learn, index) => learn(found[index + 1] ?? ''));

  function patternOf(mark: string): string {
    if (mark === '<<host>>') return '<<host>>';
    if (mark.startsWith('<executionTime>')) return '<executionTime>[^<]*</executionTime>';
    if (mark.startsWith('<<ks ')) {
      learners.push((text) => comparison.learnKs(mark.slice(5, -2), text) === undefined);
      return '([\\w=-]+)';
    }
    if (mark.startsWith('<<token ')) {
      learners.push((text) => names.learn(mark, text));
      return '([0-9a-f]{32})';
    }
    if (mark.startsWith('<<secret ')) return '[0-9a-f]{32}';
    if (accountMark.test(mark))
      return quote(mark.replaceAll(/10[23]/g, (id) => String(comparison.partner(Number(id)))));
    if (/^\d{10}$/.test(mark)) {
      learners.push((text) => Math.abs(Number(text) - shift - Number(mark)) <= 600);
      return '(\\d{10})';
    }
    const known = names.get(mark);
    if (known !== undefined) return quote(known);
    learners.push((text) => names.learn(mark, text));
    return mark.length > 20 ? '([01]_[0-9a-f]{32})' : `(${quote(mark)}|[01]_[a-z0-9]{8})`;
  }
}

/** Places where the number of an account stands. */
const accountMark = /^(?:\/p\/.*|_?10[23]_?|10[23]00)$/;

const marks = new RegExp(
  String.raw`<<(?:ks|token|secret) [^>]*>>|<<host>>|<executionTime>[^<]*</executionTime>|/p/10[23](?:/sp/10[23](?:00)?)?(?=/)|_10[23]_|(?<![\w.])10[23](?=_179|[^\w.]|$)|(?<!\d)179[56]\d{6}(?!\d)|\b10[23]00\b|${idPattern.source}`,
  'g',
);

function quote(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function summary(list: unknown[]): string {
  return `${list.length} × ${list.map((item) => (isObject(item) ? `${textOf(item['id'])} ${textOf(item['name'])}` : typeof item)).join(', ')}`;
}

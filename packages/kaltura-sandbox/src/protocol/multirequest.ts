import { isJsonError, isJsonObject, type Json } from './json.ts';
import { isNested, type RawParams, type RawValue } from './rawParams.ts';

/** Top-level parameters that items inherit when they lack them; nothing else is. */
const inherited = ['ks', 'clientTag', 'partnerId', 'p'];

/** The items count from 1; Kaltura's own JavaScript client counts from 0, which the server takes too. */
export function firstItemOf(params: RawParams): 0 | 1 {
  return isNested(params['0']) ? 0 : 1;
}

/** The items `1`, `2`, … of a multirequest; a gap ends them. */
export function itemsOf(params: RawParams): RawParams[] {
  const items: RawParams[] = [];
  for (let index: number = firstItemOf(params); isNested(params[String(index)]); index++) {
    const item = params[String(index)];
    if (!isNested(item)) break;
    const common = inherited.filter((name) => params[name] !== undefined && item[name] === undefined);
    items.push({ ...item, ...Object.fromEntries(common.map((name) => [name, params[name] ?? null])) });
  }
  return items;
}

/** Puts earlier answers where `{1:result:id}` stands, in nested values and inside longer texts; what leads nowhere becomes empty. */
export function resolveReferences(value: RawValue, answers: readonly Json[], first: 0 | 1): RawValue {
  if (typeof value === 'string') {
    return value.replaceAll(/\{(\d+):result:?([^}]*)\}/g, (_, number: string, path: string) => {
      return textAt(answers[Number(number) - first], path === '' ? [] : path.split(':'));
    });
  }
  if (!isNested(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, resolveReferences(item, answers, first)]),
  );
}

function textAt(value: Json, path: readonly string[]): string {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'object' || value === undefined ? '' : String(value);
  if (Array.isArray(value)) {
    if (name === '_all') return value.map((item: Json) => `${textAt(item, rest)},`).join('');
    return textAt((value as readonly Json[])[Number(name)], rest);
  }
  if (!isJsonObject(value) || isJsonError(value)) return '';
  return textAt(value[name], rest);
}

import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { Params } from './Params.ts';

/** Fields that are there whatever a profile says. */
const always = new Set(['objectType']);

/** Trims the objects of an answer: type 1 keeps the named fields, type 2 leaves them out. Lists keep their frame. */
export function applyResponseProfile(value: Json, profile: Params | undefined): Json {
  const fields = new Set((profile?.string('fields') ?? '').split(',').map((name) => name.trim()));
  const type = profile?.int('type');
  if (type !== 1 && type !== 2) return value;

  const trim = (item: Json): Json => {
    if (!isJsonObject(item)) return item;
    if (Array.isArray(item['objects'])) return { ...item, objects: item['objects'].map(trim) };
    return trimObject(
      item,
      (name) => always.has(name) || isTypeOfEntry(item, name) || fields.has(name) === (type === 1),
    );
  };
  return Array.isArray(value) ? value.map(trim) : trim(value);
}

/** An entry's `type` decides its class, so the server always reads it along, and answers it. */
function isTypeOfEntry(item: JsonObject, name: string): boolean {
  return name === 'type' && typeof item['objectType'] === 'string' && item['objectType'].endsWith('Entry');
}

function trimObject(item: JsonObject, keeps: (name: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => keeps(name)));
}

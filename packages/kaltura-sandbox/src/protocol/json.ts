/** What an action answers: plain JSON; properties that are `null` or `undefined` are left out on the wire, as Kaltura does. */
export type Json = null | undefined | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** An answer object of the API. */
export type JsonObject = { readonly [name: string]: Json };

export function isJsonObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

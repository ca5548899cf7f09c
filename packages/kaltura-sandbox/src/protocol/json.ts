/** What an action answers: plain JSON; properties that are `null` or `undefined` are left out on the wire, as Kaltura does. */
export type Json = null | undefined | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** An answer object of the API. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** An error object among the answers. */
export interface JsonError extends JsonObject {
  readonly code: string;
  readonly message: string;
}

export function isJsonError(value: Json): value is JsonError {
  return isJsonObject(value) && value['objectType'] === 'KalturaAPIException';
}

export function isJsonObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

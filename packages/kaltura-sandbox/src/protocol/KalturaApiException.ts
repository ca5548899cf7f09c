import { type ErrorCode, errors } from './errors.ts';
import type { JsonObject } from './json.ts';

/** What an action throws to answer an error object; HTTP status stays 200. */
export class KalturaApiException extends Error {
  override readonly name = 'KalturaApiException';
  readonly code: ErrorCode;
  readonly args: Readonly<Record<string, string>>;

  /** `args` by the placeholder names of the message template, e.g. `{ ENTRY_ID: id }`. */
  constructor(code: ErrorCode, args: Readonly<Record<string, string | number>> = {}) {
    const texts = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, stripTags(String(value))]));
    super(errors[code].replaceAll(/@([A-Z_]+)@/g, (_, name: string) => texts[name] ?? ''));
    this.code = code;
    this.args = texts;
  }

  /** The error object; `args` is an empty array, not an object, when there are none. */
  toJson(): JsonObject {
    return {
      code: this.code,
      message: this.message,
      objectType: 'KalturaAPIException',
      args: Object.keys(this.args).length === 0 ? [] : this.args,
    };
  }
}

/** The session is fine but the object is somebody else's. */
export function notYours(): KalturaApiException {
  return new KalturaApiException('INVALID_KS', { KSID: '', ERR_CODE: '-4', ERR_DESC: 'INVALID_TYPE' });
}

function stripTags(text: string): string {
  return text.replaceAll(/<[^>]*>/g, '');
}

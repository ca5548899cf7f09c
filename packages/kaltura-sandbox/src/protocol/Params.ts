import { KalturaApiException } from './KalturaApiException.ts';
import { declarationOf, enumValues } from './declarations.ts';
import type { Json, JsonObject } from './json.ts';
import { type RawParams, type RawValue, type UploadedFile, UploadedFileValue, isNested } from './rawParams.ts';

/** Values up to ten years count as seconds from now, larger ones as moments. */
const maxRelativeTime = 315_360_000;

/**
 * Typed reading of one map of parameters: the call's own, or one object in it. Every reader answers `undefined` for what was not sent.
 * Casting is PHP's: `(int) 'abc'` is 0, the texts `false`, `0` and the empty one are false.
 */
export class Params {
  readonly raw: RawParams;
  /** The type the API declares here, narrowed by the sender's `objectType` where that names a descendant. */
  readonly type: string;
  readonly #now: () => number;

  constructor(raw: RawParams, now: () => number, type = '') {
    this.raw = raw;
    this.type = type;
    this.#now = now;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.raw, name);
  }

  /** True when the sender asked to clear the property with `name__null`. */
  isCleared(name: string): boolean {
    return this.has(`${name}__null`);
  }

  names(): string[] {
    return Object.keys(this.raw);
  }

  /** The properties the sender asked to clear. */
  cleared(): string[] {
    return this.names().flatMap((name) => (name.endsWith('__null') ? [name.slice(0, -'__null'.length)] : []));
  }

  string(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    return isNested(value) || value instanceof UploadedFileValue ? '' : text(value);
  }

  int(name: string): number | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const number = Number.parseInt(value, 10);
    return Number.isNaN(number) ? 0 : number;
  }

  float(name: string): number | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const number = Number.parseFloat(value);
    return Number.isNaN(number) ? 0 : number;
  }

  bool(name: string): boolean | undefined {
    const value = this.string(name);
    return value === undefined ? undefined : !['false', '0', ''].includes(value.toLowerCase());
  }

  /** -1 is null, 0 false, 1 true; the texts `true` and `false` are taken too. */
  nullableBool(name: string): -1 | 0 | 1 | undefined {
    const value = this.string(name)?.toLowerCase();
    if (value === undefined) return undefined;
    if (value === '-1') return -1;
    return value === 'false' || value === '0' || value === '' ? 0 : 1;
  }

  /** A moment in unix seconds. Small values are relative to now, -1 asks for removal and is handed on, empty is 0. */
  time(name: string): number | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    if (value === '') return 0;
    const number = Number.parseInt(value, 10);
    if (Number.isNaN(number)) return 0;
    if (number === -1 || Math.abs(number) > maxRelativeTime) return number;
    return this.#now() + number;
  }

  /** An object of the declared type. Throws `PROPERTY_VALIDATION_WRONG_FORMAT` for something else, `OBJECT_TYPE_ABSTRACT`, `INVALID_ENUM_VALUE`. */
  object(name: string, type: string): Params | undefined {
    const value = this.#value(name);
    if (value === undefined || value === null || value === '') return undefined;
    if (!isNested(value))
      throw new KalturaApiException('PROPERTY_VALIDATION_WRONG_FORMAT', { PROP_NAME: name, FORMAT: type });
    return new Params(value, this.#now, concreteType(value, type)).#checked();
  }

  /** The objects of a list, in order. */
  objects(name: string, type: string): Params[] {
    const value = this.#value(name);
    if (!isNested(value)) return [];
    return Object.values(value)
      .filter(isNested)
      .map((item) => new Params(item, this.#now, concreteType(item, type)).#checked());
  }

  file(name: string): UploadedFile | undefined {
    const value = this.#value(name);
    return value instanceof UploadedFileValue ? value.file : undefined;
  }

  /** Throws `PROPERTY_VALIDATION_NOT_UPDATABLE` for read-only properties; unknown ones are ignored. */
  assertInsertable(): void {
    for (const item of this.#declared()) {
      if (item.access === 'readOnly' && this.has(item.name)) this.#refuse(item.name);
    }
  }

  /** The same for an update, where insert-only properties are refused too, unless they say what is stored already. */
  assertUpdatable(stored: JsonObject): void {
    for (const item of this.#declared()) {
      if (item.access !== 'free' && this.has(item.name) && this.string(item.name) !== storedText(stored[item.name])) {
        this.#refuse(item.name);
      }
    }
  }

  #value(name: string): RawValue | undefined {
    return this.has(name) ? this.raw[name] : undefined;
  }

  #declared() {
    return declarationOf(this.type)?.properties.values() ?? [];
  }

  #refuse(name: string): never {
    throw new KalturaApiException('PROPERTY_VALIDATION_NOT_UPDATABLE', { PROP_NAME: `${this.type}::${name}` });
  }

  #checked(): this {
    for (const item of this.#declared()) {
      if (this.has(item.name)) assertEnum(item.name, item.type, this.string(item.name) ?? '');
    }
    for (const [name, value] of Object.entries(this.raw)) assertCharacters(name, value);
    return this;
  }
}

/** Throws `INVALID_ENUM_VALUE` when `type` is an enumeration that does not have the value. An empty text counts as not given. */
export function assertEnum(name: string, type: string, value: string): void {
  const values = enumValues(type);
  if (values && value !== '' && !values.has(value)) {
    throw new KalturaApiException('INVALID_ENUM_VALUE', { ENUM_VAL: value, PARAM_NAME: name, ENUM_TYPE: type });
  }
}

/** Throws `INVALID_PARAMETER_CHAR` for characters that XML cannot carry. */
export function assertCharacters(name: string, value: RawValue | undefined): void {
  if (typeof value === 'string' && notXml.test(value))
    throw new KalturaApiException('INVALID_PARAMETER_CHAR', { XML_FIELD: name });
}
const notXml = new RegExp(String.raw`[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]`);

/** `objectType` counts only when it names the declared type or a descendant; anything else is ignored. */
function concreteType(value: RawParams, declared: string): string {
  const asked = value['objectType'];
  const narrowed = typeof asked === 'string' && (declarationOf(asked)?.ancestors.includes(declared) ?? false);
  const type = narrowed ? asked : declared;
  if (declarationOf(type)?.abstract) throw new KalturaApiException('OBJECT_TYPE_ABSTRACT', { OBJ_TYPE: type });
  return type;
}

function storedText(value: Json): string {
  return typeof value === 'object' || value === undefined ? '' : text(value);
}

/** PHP's texts of the scalars. */
function text(value: string | number | boolean | null): string {
  if (value === null || value === false) return '';
  return value === true ? '1' : String(value);
}

/** A file part of a multipart request; its bytes already lie in the byte store. */
export interface UploadedFile {
  /** As the sender named it; empty when the part had no file name. */
  filename: string;
  contentType: string;
  size: number;
  /** Id in the byte store; empty once somebody claimed the bytes. What nobody claims is removed after the call. */
  bytesId: string;
}

/** Makes the bytes of a file one's own, without copying them; answers their id in the byte store. */
export function claimBytes(file: UploadedFile): string {
  const id = file.bytesId;
  file.bytesId = '';
  return id;
}

export type RawValue = string | number | boolean | null | UploadedFileValue | RawParams;

/** Parameters as they came: nested by colon and bracket keys; lists are maps with the keys `0`, `1`, … */
export interface RawParams {
  [name: string]: RawValue;
}

/** Told apart from a nested map by its class. */
export class UploadedFileValue {
  readonly file: UploadedFile;
  constructor(file: UploadedFile) {
    this.file = file;
  }
}

export function isNested(value: RawValue | undefined): value is RawParams {
  return typeof value === 'object' && value !== null && !(value instanceof UploadedFileValue);
}

/** Sets `filter:tagsLike`, `filter[tagsLike]` and `filter` alike; a trailing `:-` makes an empty map. */
export function setParam(params: RawParams, key: string, value: RawValue): void {
  const path = key.replaceAll(/\[([^\]]*)\]/g, ':$1').split(':');
  const last = path.pop() ?? '';
  let target = params;
  for (const name of path) target = openMap(target, name);
  if (last === '-') return;
  if (isNested(value)) {
    const nested = openMap(target, last);
    for (const [name, item] of Object.entries(value)) setParam(nested, name, item);
  } else define(target, last === '' ? String(Object.keys(target).length) : last, value);
}

/** A JSON value as parameters: arrays become maps by index. */
export function toRaw(value: unknown): RawValue {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toRaw(item)]));
}

function openMap(target: RawParams, name: string): RawParams {
  const present = Object.hasOwn(target, name) ? target[name] : undefined;
  if (isNested(present)) return present;
  const made: RawParams = {};
  define(target, name, made);
  return made;
}

/** A parameter called `__proto__` is a parameter, nothing else. */
function define(target: RawParams, name: string, value: RawValue): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Kaltura said something that has not the expected shape. The call layer makes an UpstreamError of it. */
export class UnexpectedShape extends Error {
  override readonly name = 'UnexpectedShape';
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function toRecord(value: unknown, what: string): Record<string, unknown> {
  if (!isRecord(value)) throw new UnexpectedShape(`${what} is no object`);
  return value;
}

export function toList(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new UnexpectedShape(`${what} is no list`);
  return value;
}

/** Required text; Kaltura writes some ids as numbers. */
export function toText(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new UnexpectedShape(`${what} is no text`);
}

/** Required integer; Kaltura writes many numbers as texts. */
export function toInteger(value: unknown, what: string): number {
  const number = toIntegerOrNull(value);
  if (number === null) throw new UnexpectedShape(`${what} is no number`);
  return number;
}

/** Kaltura leaves out what is null, and writes many numbers as texts. */
export function toIntegerOrNull(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(Math.trunc(number)) ? Math.trunc(number) : null;
}

/** Sizes and durations are 0 until Kaltura knows them. */
export const toPositiveOrNull = (value: unknown): number | null => {
  const number = toIntegerOrNull(value);
  return number !== null && number > 0 ? number : null;
};

export const toTextOrNull = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

/** Tags and ids come as one text, separated by commas. */
export const toTextList = (value: unknown): string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((piece) => piece.trim())
        .filter((piece) => piece !== '')
    : [];

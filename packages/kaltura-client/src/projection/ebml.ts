import type { RangeReader } from './createRangeReader.ts';

/** An element of a Matroska file; `body` is its first byte after id and size. */
export interface EbmlElement {
  readonly id: number;
  readonly body: number;
  readonly end: number;
}

const maxElements = 4000;

/** The elements that lie one after the other between two offsets. Ends at the first one that cannot be. */
export async function* ebmlElements(reader: RangeReader, start: number, end: number): AsyncGenerator<EbmlElement> {
  let at = start;
  for (let count = 0; count < maxElements && at + 2 <= end; count += 1) {
    const head = await reader.read(at, 12);
    const name = readVarInt(head, 0, 4);
    const size = name && readVarInt(head, name.length, 8);
    if (!name || !size) return;
    const body = at + name.length + size.length;
    // All ones means "size unknown" (a live recording): the element reaches to the end of its parent.
    const element = { id: name.raw, body, end: size.unknown ? end : Math.min(end, body + size.value) };
    if (element.end < body) return;
    yield element;
    at = element.end;
  }
}

interface VarInt {
  /** With the bit that says the length, as ids are written. */
  raw: number;
  value: number;
  length: number;
  unknown: boolean;
}

/** A number whose leading zero bits say how many bytes it has. */
function readVarInt(view: DataView, at: number, maxLength: number): VarInt | null {
  if (at >= view.byteLength) return null;
  const first = view.getUint8(at);
  const length = Math.clz32(first) - 23;
  if (length > maxLength || at + length > view.byteLength) return null;
  const marker = 2 ** (8 - length);
  let raw = first;
  let value = first - marker;
  for (let index = 1; index < length; index += 1) {
    const byte = view.getUint8(at + index);
    raw = raw * 256 + byte;
    value = value * 256 + byte;
  }
  return { raw, value, length, unknown: value === 2 ** (7 * length) - 1 };
}

/** An unsigned integer of up to six bytes; 0 when it is none. */
export async function readUnsigned(reader: RangeReader, { body, end }: EbmlElement): Promise<number> {
  const view = await reader.read(body, Math.min(6, end - body));
  let value = 0;
  for (let index = 0; index < view.byteLength; index += 1) value = value * 256 + view.getUint8(index);
  return value;
}

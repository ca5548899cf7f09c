import { asciiAt, type RangeReader } from './createRangeReader.ts';

/** A box (atom) of an ISO media file: `start` is its first byte, `body` the first one after its header. */
export interface Mp4Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** More children than any real box has. */
const maxBoxes = 2000;

/** The boxes that lie one after the other between two offsets. Ends at the first one that cannot be. */
export async function* mp4Boxes(reader: RangeReader, start: number, end: number): AsyncGenerator<Mp4Box> {
  let at = start;
  for (let count = 0; count < maxBoxes && at + 8 <= end; count += 1) {
    const head = await reader.read(at, 16);
    if (head.byteLength < 8) return;
    const box = boxAt(head, at, end);
    if (!box) return;
    yield box;
    at = box.end;
  }
}

function boxAt(head: DataView, start: number, limit: number): Mp4Box | null {
  const type = asciiAt(head, 4, 4);
  const size = head.getUint32(0);
  // A size of 0 means "to the end", of 1 "see the 64 bits that follow".
  if (size === 0) return { type, start, body: start + 8, end: limit };
  if (size !== 1) return size < 8 ? null : { type, start, body: start + 8, end: Math.min(limit, start + size) };
  if (head.byteLength < 16) return null;
  const large = Number(head.getBigUint64(8));
  return large < 16 ? null : { type, start, body: start + 16, end: Math.min(limit, start + large) };
}

/** The first child of a type, or null. */
export async function childBox(
  reader: RangeReader,
  parent: Pick<Mp4Box, 'body' | 'end'>,
  type: string,
): Promise<Mp4Box | null> {
  for await (const box of mp4Boxes(reader, parent.body, parent.end)) if (box.type === type) return box;
  return null;
}

/** The box at the end of a path of first children, or null. */
export async function boxAlong(
  reader: RangeReader,
  parent: Pick<Mp4Box, 'body' | 'end'>,
  [type, ...deeper]: readonly string[],
): Promise<Mp4Box | null> {
  const found = type === undefined ? null : await childBox(reader, parent, type);
  return found === null || deeper.length === 0 ? found : boxAlong(reader, found, deeper);
}

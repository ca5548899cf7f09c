import { asciiAt, type RangeReader } from './createRangeReader.ts';
import { type Finding, newFinding } from './Finding.ts';
import { readGPano } from './readGPano.ts';
import { xmpText } from './xmp.ts';

const xmpName = 'http://ns.adobe.com/xap/1.0/\0';
const extendedName = 'http://ns.adobe.com/xmp/extension/\0';
/** After its name an extended part has an id (32), the full length and the offset of this part. */
const idLength = 32;
const extendedFields = extendedName.length + idLength + 8;
/** More segments than a header has. */
const maxSegments = 400;
/** Of one extended XMP: depth maps and sounds may make it any size. */
const maxExtendedBytes = 128 * 1024;

/** A part of an XMP that is too long for one segment. */
interface ExtendedPart {
  id: string;
  offset: number;
  at: number;
  length: number;
}

/** JPEG: the size from the frame header, GPano from XMP, also from XMP that is spread over several segments. */
export async function readJpeg(reader: RangeReader): Promise<Finding> {
  const finding = newFinding();
  const extended: ExtendedPart[] = [];
  let at = 2;
  for (let count = 0; count < maxSegments; count += 1) {
    const head = await reader.read(at, 4);
    if (head.byteLength < 4 || head.getUint8(0) !== 0xff) break;
    const marker = head.getUint8(1);
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = head.getUint16(2);
    if (marker === 0xda || marker === 0xd9 || length < 2) break;
    if (marker === 0xe1) await readApp1(reader, { at: at + 4, length: length - 2 }, finding, extended);
    if (isFrame(marker)) await readFrame(reader, at + 4, finding);
    at += 2 + length;
  }
  if (finding.shape === null) await readExtended(reader, extended, finding);
  return finding;
}

/** SOF0 to SOF15, without the tables that lie between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

async function readFrame(reader: RangeReader, at: number, finding: Finding): Promise<void> {
  const frame = await reader.read(at, 5);
  if (frame.byteLength < 5) return;
  finding.height = frame.getUint16(1);
  finding.width = frame.getUint16(3);
}

async function readApp1(
  reader: RangeReader,
  { at, length }: { at: number; length: number },
  finding: Finding,
  extended: ExtendedPart[],
): Promise<void> {
  const name = asciiAt(await reader.read(at, Math.min(length, extendedName.length)), 0, extendedName.length);
  if (name.startsWith(xmpName)) {
    readGPano(xmpText(await reader.read(at + xmpName.length, length - xmpName.length)), finding);
  } else if (name === extendedName && length > extendedFields) {
    const fields = await reader.read(at + extendedName.length, idLength + 8);
    if (fields.byteLength < idLength + 8) return;
    const id = asciiAt(fields, 0, idLength);
    const offset = fields.getUint32(idLength + 4);
    extended.push({ id, offset, at: at + extendedFields, length: length - extendedFields });
  }
}

/** Several may lie side by side, their parts in any order. */
async function readExtended(reader: RangeReader, parts: readonly ExtendedPart[], finding: Finding): Promise<void> {
  for (const id of new Set(parts.map((part) => part.id))) {
    let text = '';
    for (const { offset, at, length } of parts
      .filter((part) => part.id === id)
      .toSorted((one, other) => one.offset - other.offset)) {
      if (offset < maxExtendedBytes) text += xmpText(await reader.read(at, length));
    }
    readGPano(text, finding);
    if (finding.shape !== null) return;
  }
}

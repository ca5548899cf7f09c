import { asciiAt, type RangeReader } from './createRangeReader.ts';
import { type Finding, newFinding } from './Finding.ts';
import { inflate } from './inflate.ts';
import { readGPano } from './readGPano.ts';
import { xmpText } from './xmp.ts';

const xmpKeyword = 'XML:com.adobe.xmp\0';
/** Chunks before the first one of the picture. */
const maxChunks = 64;
const maxTextBytes = 128 * 1024;
/** Where XMP is looked for behind the picture, which may be thousands of chunks long. */
const tailBytes = 128 * 1024;

/** PNG: the size from IHDR, GPano from an XMP text before the picture or behind it, packed or not. */
export async function readPng(reader: RangeReader): Promise<Finding> {
  const finding = newFinding();
  let at = 8;
  for (let count = 0; count < maxChunks && finding.shape === null; count += 1) {
    const head = await reader.read(at, 8);
    if (head.byteLength < 8) return finding;
    const length = head.getUint32(0);
    const type = asciiAt(head, 4, 4);
    if (type === 'IDAT' || type === 'IEND') break;
    if (type === 'IHDR') {
      const size = await reader.read(at + 8, 8);
      if (size.byteLength === 8) Object.assign(finding, { width: size.getUint32(0), height: size.getUint32(4) });
    }
    if (type === 'iTXt') await readText(await reader.read(at + 8, Math.min(length, maxTextBytes)), finding);
    at += 12 + length;
  }
  if (finding.shape === null) await readTail(reader, at, finding);
  return finding;
}

/** The last bytes of a file are searched for the beginning of an XMP text: a chunk says how long it is, not where the one before begins. */
async function readTail(reader: RangeReader, after: number, finding: Finding): Promise<void> {
  const tail = await reader.read(Math.max(after, reader.size - tailBytes), tailBytes);
  const name = `iTXt${xmpKeyword}`;
  const found = asciiAt(tail, 0, tail.byteLength).lastIndexOf(name);
  if (found < 4) return;
  const length = Math.min(tail.getUint32(found - 4), tail.byteLength - found - 4);
  await readText(new DataView(tail.buffer, found + 4, Math.max(0, length)), finding);
}

/** Keyword, packed or not, how, language and translated keyword (both end with 0), text. */
async function readText(chunk: DataView<ArrayBuffer>, finding: Finding): Promise<void> {
  if (asciiAt(chunk, 0, xmpKeyword.length) !== xmpKeyword) return;
  const flags = xmpKeyword.length;
  if (chunk.byteLength < flags + 4) return;
  const isPacked = chunk.getUint8(flags) === 1;
  const text = afterZero(chunk, afterZero(chunk, flags + 2));
  const body = new DataView(chunk.buffer, chunk.byteOffset + text, chunk.byteLength - text);
  readGPano(xmpText(isPacked ? await inflate(body, maxTextBytes) : body), finding);
}

function afterZero(view: DataView, from: number): number {
  for (let at = from; at < view.byteLength; at += 1) if (view.getUint8(at) === 0) return at + 1;
  return view.byteLength;
}

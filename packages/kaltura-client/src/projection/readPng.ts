import { asciiAt, type RangeReader, utf8 } from './createRangeReader.ts';
import { type Finding, newFinding } from './Finding.ts';
import { readGPano } from './readGPano.ts';

const xmpKeyword = 'XML:com.adobe.xmp\0';
const maxChunks = 2000;
const maxTextBytes = 128 * 1024;

/** PNG: the size from IHDR, GPano from an uncompressed XMP text (which XMP in PNG has to be). */
export async function readPng(reader: RangeReader): Promise<Finding> {
  const finding = newFinding();
  let at = 8;
  for (let count = 0; count < maxChunks; count += 1) {
    const head = await reader.read(at, 8);
    if (head.byteLength < 8) break;
    const length = head.getUint32(0);
    const type = asciiAt(head, 4, 4);
    if (type === 'IEND') break;
    if (type === 'IHDR') {
      const size = await reader.read(at + 8, 8);
      if (size.byteLength === 8) Object.assign(finding, { width: size.getUint32(0), height: size.getUint32(4) });
    }
    if (type === 'iTXt') {
      const text = await reader.read(at + 8, Math.min(length, maxTextBytes));
      if (asciiAt(text, 0, xmpKeyword.length) === xmpKeyword) readGPano(utf8(text), finding);
    }
    at += 12 + length;
  }
  return finding;
}

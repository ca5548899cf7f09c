import { asciiAt, type RangeReader } from './createRangeReader.ts';
import { type Finding, newFinding } from './Finding.ts';
import { readGPano } from './readGPano.ts';
import { xmpText } from './xmp.ts';

const maxChunks = 2000;
const maxXmpBytes = 128 * 1024;

/** WebP: the size from the first picture chunk, GPano from the `XMP ` chunk. */
export async function readWebp(reader: RangeReader): Promise<Finding> {
  const finding = newFinding();
  let at = 12;
  for (let count = 0; count < maxChunks; count += 1) {
    const head = await reader.read(at, 8);
    if (head.byteLength < 8) break;
    const type = asciiAt(head, 0, 4);
    const length = head.getUint32(4, true);
    const body = await reader.read(at + 8, type === 'XMP ' ? Math.min(length, maxXmpBytes) : Math.min(length, 10));
    if (type === 'XMP ') readGPano(xmpText(body), finding);
    else if (finding.width === null) Object.assign(finding, sizeIn(type, body));
    // Chunks are padded to an even length.
    at += 8 + length + (length % 2);
  }
  return finding;
}

function sizeIn(type: string, body: DataView): { width: number; height: number } | null {
  if (body.byteLength < 10) return null;
  switch (type) {
    case 'VP8X': {
      const uint24 = (at: number): number => body.getUint16(at, true) + body.getUint8(at + 2) * 65_536;
      return { width: uint24(4) + 1, height: uint24(7) + 1 };
    }
    case 'VP8 ':
      return { width: body.getUint16(6, true) & 0x3fff, height: body.getUint16(8, true) & 0x3fff };
    case 'VP8L': {
      const bits = body.getUint32(1, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}

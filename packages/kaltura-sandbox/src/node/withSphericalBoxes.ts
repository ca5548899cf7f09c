/**
 * Says in an MP4 that its video is a whole equirectangular sphere: `st3d` (mono) and `sv3d` in the sample entry of the video
 * track, as Google's spherical video metadata version 2 has it. Chunk offsets move along when the media lies behind the index.
 */
export function withSphericalBoxes(mp4: Buffer): Buffer {
  const path = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd', 'avc1'];
  const extra = Buffer.concat([stereo, sphere]);
  const boxes = find(mp4, 0, mp4.length, path);
  const sampleEntry = boxes.at(-1);
  const moov = boxes[0];
  if (!sampleEntry || !moov) throw new Error('No H.264 track to describe');
  const grown = Buffer.concat([mp4.subarray(0, sampleEntry.end), extra, mp4.subarray(sampleEntry.end)]);
  for (const { start } of boxes) grown.writeUInt32BE(grown.readUInt32BE(start) + extra.length, start);
  for (const table of offsetTables(grown, moov.start + 8, moov.end + extra.length)) {
    const count = grown.readUInt32BE(table + 12);
    for (let index = 0; index < count; index++) {
      const at = table + 16 + index * 4;
      const offset = grown.readUInt32BE(at);
      if (offset >= sampleEntry.end) grown.writeUInt32BE(offset + extra.length, at);
    }
  }
  return grown;
}

interface Box {
  start: number;
  end: number;
}

const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};
const zeros = (count: number): Buffer => Buffer.alloc(count);
const stereo = box('st3d', zeros(4), Buffer.from([0]));
const sphere = box(
  'sv3d',
  box('svhd', zeros(4), Buffer.from('Atelier Nord\0', 'latin1')),
  box('proj', box('prhd', zeros(4), zeros(12)), box('equi', zeros(4), zeros(16))),
);

/** How many bytes of own fields stand before a container's children. */
const preamble: Readonly<Record<string, number>> = { stsd: 8, avc1: 78 };

function* children(bytes: Buffer, start: number, end: number): Generator<Box & { type: string }> {
  for (let at = start; at + 8 <= end;) {
    const size = bytes.readUInt32BE(at);
    yield { type: bytes.toString('latin1', at + 4, at + 8), start: at, end: at + size };
    at += Math.max(size, 8);
  }
}

/** The boxes along a path, the first one of each kind that leads to the end of it. */
function find(bytes: Buffer, start: number, end: number, [type, ...rest]: readonly string[]): Box[] {
  for (const child of children(bytes, start, end)) {
    if (child.type !== type) continue;
    if (rest.length === 0) return [child];
    const deeper = find(bytes, child.start + 8 + (preamble[type] ?? 0), child.end, rest);
    if (deeper.length > 0) return [child, ...deeper];
  }
  return [];
}

function* offsetTables(bytes: Buffer, start: number, end: number): Generator<number> {
  for (const child of children(bytes, start, end)) {
    if (child.type === 'stco') yield child.start;
    if (['trak', 'mdia', 'minf', 'stbl'].includes(child.type)) yield* offsetTables(bytes, child.start + 8, child.end);
  }
}

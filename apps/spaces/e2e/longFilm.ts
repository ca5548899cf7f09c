import { readFile } from 'node:fs/promises';
import { withSphericalBoxes } from '@spaces-kaltura/sandbox/node';
import {
  BufferSource,
  BufferTarget,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Mp4OutputFormat,
  MP4,
  Output,
} from 'mediabunny';

/**
 * A 360° MP4 of at least so many bytes, made of the real samples of a short film shown again and again. Each round begins with a
 * message to the decoder that bears its number, so that no two stretches of the file are alike and a misplaced chunk shows.
 */
export async function longFilm(shortFilm: string, bytes: number): Promise<Buffer> {
  const input = new Input({ source: new BufferSource(await readFile(shortFilm)), formats: [MP4] });
  const track = await input.getPrimaryVideoTrack();
  const [codec, decoderConfig] = [await track?.getCodec(), await track?.getDecoderConfig()];
  if (!track || !codec || !decoderConfig) throw new TypeError(`${shortFilm} has no video that can be read`);
  const samples: EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) samples.push(packet);
  const seconds = await track.computeDuration();
  input.dispose();

  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source);
  await output.start();
  let written = 0;
  for (let round = 0; written < bytes; round += 1) {
    for (const [index, packet] of samples.entries()) {
      const data = index === 0 ? Buffer.concat([roundMessage(round), packet.data]) : packet.data;
      const shown = packet.clone({ timestamp: packet.timestamp + round * seconds, data });
      await source.add(shown, round === 0 && index === 0 ? { decoderConfig } : undefined);
      written += data.byteLength;
    }
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('The film was not written');
  return withSphericalBoxes(Buffer.from(target.buffer));
}

/** H.264's "unregistered user data": a length, the kind of unit, then sixteen bytes of identifier and a text. Players skip it. */
function roundMessage(round: number): Buffer {
  const payload = Buffer.from(`spaces-kaltura! round ${String(round).padStart(9, '0')}`, 'latin1');
  const unit = Buffer.concat([Buffer.from([0x06, 0x05, payload.byteLength]), payload, Buffer.from([0x80])]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(unit.byteLength);
  return Buffer.concat([length, unit]);
}

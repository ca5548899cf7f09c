import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pictures } from '../../src/node/wasmPictures.ts';

/** Runs ffmpeg with frames (or samples) on its standard input, and answers what it wrote to its standard output. */
export async function ffmpeg(
  args: readonly string[],
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Buffer> {
  const child = spawn('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => output.push(piece));
  const closed = once(child, 'close');
  for await (const piece of input) {
    if (!child.stdin.write(piece)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = (await closed) as [number];
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  return Buffer.concat(output);
}

export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const raw = ({ width, height }: Pick<Picture, 'width' | 'height'>): string[] => [
  '-f',
  'rawvideo',
  '-pix_fmt',
  'rgba',
  '-s',
  `${width}x${height}`,
];

/** A JPEG of at most so many bytes: the best quality that fits. */
export async function jpegWithin(picture: Picture, bytes: number, filter = 'null'): Promise<Buffer> {
  for (let quality = 3; ; quality += 1) {
    const jpeg = await ffmpeg(
      [
        ...raw(picture),
        '-i',
        '-',
        '-vf',
        filter,
        '-q:v',
        String(quality),
        '-huffman',
        'optimal',
        '-pix_fmt',
        'yuvj420p',
        '-f',
        'mjpeg',
        '-',
      ],
      [picture.pixels],
    );
    if (jpeg.byteLength <= bytes || quality >= 18) return jpeg;
  }
}

/** The same with MozJPEG, which needs a quarter less: for the large ones. */
export async function smallJpegWithin(picture: Picture, bytes: number): Promise<Buffer> {
  const data = new Uint8ClampedArray(picture.pixels);
  for (let quality = 85; ; quality -= 4) {
    const jpeg = Buffer.from(await pictures.encodeJpeg({ ...picture, data }, quality));
    if (jpeg.byteLength <= bytes || quality <= 45) return jpeg;
  }
}

/** Frames of one film side by side in one JPEG. */
export async function spriteOf(frames: readonly Picture[], width: number, height: number): Promise<Buffer> {
  const [first] = frames;
  if (!first) throw new Error('A sprite needs frames');
  return ffmpeg(
    [
      ...raw(first),
      '-i',
      '-',
      '-vf',
      `scale=${width}:${height}:flags=lanczos,tile=${frames.length}x1`,
      '-frames:v',
      '1',
      '-q:v',
      '7',
      '-huffman',
      'optimal',
      '-pix_fmt',
      'yuvj420p',
      '-f',
      'mjpeg',
      '-',
    ],
    frames.map(({ pixels }) => pixels),
  );
}

export interface FilmShape {
  /** The frames that come in, and those that go out. */
  from: Pick<Picture, 'width' | 'height'>;
  to: Pick<Picture, 'width' | 'height'>;
  /** Frames per second that come in; 24 go out. */
  rate: number;
  seconds: number;
  crf: number;
}

/** H.264 and AAC, a key frame every two seconds, the index at the front. */
export async function film(
  file: string,
  { from, to, rate, seconds, crf }: FilmShape,
  frames: AsyncIterable<Uint8Array>,
  soundFile: string,
): Promise<void> {
  const smooth = rate < 24 ? 'minterpolate=fps=24:mi_mode=blend,' : '';
  const filter = `${smooth}scale=${to.width}:${to.height}:flags=lanczos`;
  const video = `-c:v libx264 -preset veryslow -crf ${crf} -pix_fmt yuv420p -profile:v main -g 48 -sc_threshold 0`;
  const audio = '-c:a aac -b:a 32k -ac 1 -map_metadata -1 -fflags +bitexact -movflags +faststart';
  const input = [...raw(from), '-r', String(rate), '-i', '-', '-i', soundFile, '-vf', filter, '-t', String(seconds)];
  await ffmpeg([...input, ...video.split(' '), ...audio.split(' '), file], frames);
}

/** Just enough of a file for Kaltura to know its type by content. */
const fileOf = (name: string, type: string, bytes: readonly number[]): File =>
  new File([new Uint8Array([...bytes, ...Array.from({ length: 64 }, () => 0)])], name, { type });

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** A tenth of a second of silence: 8000 samples a second, 8 bits, one channel. */
export const sampleSound: File = fileOf(
  'silence.wav',
  'audio/wav',
  [
    [ascii('RIFF'), 0x44, 0x03, 0, 0, ascii('WAVEfmt '), 16, 0, 0, 0, 1, 0, 1, 0],
    [0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0, ascii('data'), 0x20, 0x03, 0, 0],
    Array.from({ length: 800 }, () => 128),
  ].flat(2),
);

/** A header that says 200 × 100 pixels. */
export const sampleImage: File = fileOf(
  'lobby.jpg',
  'image/jpeg',
  [
    [0xff, 0xd8, 0xff, 0xe0, 0, 16, ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xc0, 0, 17, 8, 0, 100, 0, 200, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9],
  ].flat(2),
);

/** A file as Playwright puts it into a page. */
export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A WAV with so many bytes of samples, which differ by name: Kaltura takes it in at once. */
export function recording(name: string, bytes: number): ChosenFile {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  const samples = Buffer.alloc(bytes, 128);
  samples.write(name, 0, 'latin1');
  return { name: `${name}.wav`, mimeType: 'audio/wav', buffer: Buffer.concat([header, samples]) };
}

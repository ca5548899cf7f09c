import { expect, it } from 'vitest';
import { createMemoryBytes } from '../bytes/memoryBytes.ts';
import { UploadedFileValue } from './rawParams.ts';
import { readMultipart } from './readMultipart.ts';

const contentType = 'multipart/form-data; boundary=cut';

function body(text: string, pieceSize: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += pieceSize)));
    },
  });
}

const part = (disposition: string, content: string): string =>
  `--cut\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const message = `${part('name="resume"', '1')}${part('name="fileData"; filename="ä.mp4"', 'one\r\n--cu two')}--cut--\r\n`;

it.each([1, 7, 10_000])('reads fields and files that arrive in pieces of %i bytes', async (size) => {
  const bytes = createMemoryBytes();
  const [field, file] = await readMultipart(body(message, size), contentType, bytes);
  expect(field).toEqual(['resume', '1']);
  const value = file?.[1];
  if (!(value instanceof UploadedFileValue)) throw new Error('There should be a file.');
  expect(value.file).toMatchObject({ filename: 'ä.mp4', size: 13 });
  expect(new TextDecoder().decode(await bytes.slice(value.file.bytesId))).toBe('one\r\n--cu two');
});

it.each(['œuvre – 2.mp4', 'שלום.mp4', '日本.mp4', '🎬.mp4', 'name="x".mp4'])('takes a file named %s', async (name) => {
  const form = new FormData();
  form.append('resume', '1');
  form.append('fileData', new Blob(['bytes']), name);
  const request = new Request('https://kaltura.test', { method: 'POST', body: form });
  const type = request.headers.get('Content-Type') ?? '';
  const fields = await readMultipart(request.body!, type, createMemoryBytes());
  // Browsers send quotes as %22.
  const filename = name.replaceAll('"', '%22');
  expect(fields).toMatchObject([
    ['resume', '1'],
    ['fileData', { file: { filename, size: 5 } }],
  ]);
});

it('keeps nothing of a body that breaks off', async () => {
  const bytes = createMemoryBytes();
  await expect(readMultipart(body(message.slice(0, -20), 50), contentType, bytes)).rejects.toThrow('EndNotReached');
  expect(() => bytes.size('m1')).toThrow(TypeError);
});

import { expect, test } from 'vitest';
import { readForm } from './readForm.ts';

test('reads what a page posts', async () => {
  const form = new FormData();
  form.append('resume', '1');
  form.append('fileData', new Blob(['one\r\n--two', new Uint8Array(5000)]), 'ä film.mp4');
  const request = new Request('http://x', { method: 'POST', body: form });
  const body = Buffer.from(await request.arrayBuffer());
  const { fields, file } = readForm(body, request.headers.get('content-type') ?? '');
  expect(Object.fromEntries(fields)).toEqual({ resume: '1' });
  expect(file?.length).toBe(5010);
  expect(file?.subarray(0, 10).toString()).toBe('one\r\n--two');
});

test('reads an empty file, and a form without one', async () => {
  const form = new FormData();
  form.append('fileData', new Blob([]), 'a.mp4');
  const request = new Request('http://x', { method: 'POST', body: form });
  const body = Buffer.from(await request.arrayBuffer());
  expect(readForm(body, request.headers.get('content-type') ?? '').file?.length).toBe(0);
  const plain = readForm(Buffer.from('format=1&uploadToken%5BfileSize%5D=7'), 'application/x-www-form-urlencoded');
  expect(plain.fields.get('uploadToken[fileSize]')).toBe('7');
  expect(plain.file).toBeNull();
});

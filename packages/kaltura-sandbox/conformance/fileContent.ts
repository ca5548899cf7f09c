import { readFile } from 'node:fs/promises';
import type { FileFacts } from './Recording.ts';

/** Bytes of the recorded kind and size. What they are matters to the server only as far as its type check looks. */
export async function fileContent({ content, bytes }: FileFacts): Promise<Uint8Array<ArrayBuffer>> {
  const begin = beginnings[content];
  if (begin === undefined) return new Uint8Array(await readFile(new URL(`fixtures/${content}`, import.meta.url)));
  const data = new Uint8Array(bytes ?? begin.length);
  if (content === 'text') data.fill('A'.codePointAt(0) ?? 0);
  if (content === 'random') data.forEach((_, at) => (data[at] = ((at * 2_654_435_761) >>> 13) | 0x80));
  data.set(new TextEncoder().encode(begin).subarray(0, data.length));
  return data;
}

/** What the first bytes say; the rest is zeros, except for text and random bytes. */
const beginnings: Record<string, string> = {
  text: '',
  zeros: '',
  random: '',
  mp4: '\0\0\0\u0020ftypisom\0\0\u0002\0isomiso2avc1mp41\0\0\0\0',
  exe: 'MZ',
  php: '<?php echo 1;',
  html: '<html><body><script>alert(1)</script></body></html>',
  webp: 'RIFF0\0\0\0WEBPVP8 ',
};

import { persistently } from './persistently.ts';
import type { Uploader } from './Uploader.ts';

const CHUNK_BYTES = 10 * 1024 * 1024;

/** Kaltura's chunks of 10 MiB, one after the other, as its own web clients send them. */
export const sequential: Uploader = async (file, origin) => {
  const add = new URLSearchParams({ format: '1', 'uploadToken[fileSize]': String(file.size) });
  const { id } = (await post(`${origin}/api_v3/service/uploadToken/action/add`, add)) as { id: string };
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const end = Math.min(at + CHUNK_BYTES, file.size);
    const form = new FormData();
    form.append('format', '1');
    form.append('uploadTokenId', id);
    form.append('resume', at === 0 ? '0' : '1');
    form.append('resumeAt', String(at));
    form.append('finalChunk', end === file.size ? '1' : '0');
    form.append('fileData', file.slice(at, end), file.name);
    await post(`${origin}/api_v3/service/uploadToken/action/upload`, form);
  }
};

const post = (url: string, body: BodyInit): Promise<unknown> =>
  persistently(async () => (await fetch(url, { method: 'POST', body })).json());

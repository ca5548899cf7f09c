import { decodeField, make } from 'multipasta';
import type { BytesStore } from '../bytes/BytesStore.ts';
import { type RawValue, UploadedFileValue } from './rawParams.ts';

/**
 * Reads a multipart body while it arrives: a file part flows into the byte store piece by piece, so its size costs no memory.
 * A broken or cut-off body throws a `TypeError`; what had been stored is removed.
 */
export async function readMultipart(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  bytes: BytesStore,
): Promise<[string, RawValue][]> {
  const fields: [string, RawValue][] = [];
  const stored: string[] = [];
  const work: (() => Promise<void>)[] = [];
  let broken: string | undefined;

  const parser = make({
    headers: { 'content-type': contentType },
    isFile: (info) => info.filename !== undefined,
    onField: (info, value) => fields.push([info.name, decodeField(info, value)]),
    onFile(info) {
      const file = { filename: info.filename ?? '', contentType: info.contentType, size: 0, bytesId: '' };
      fields.push([info.name, new UploadedFileValue(file)]);
      work.push(async () => {
        file.bytesId = await bytes.create();
        stored.push(file.bytesId);
      });
      return (chunk) => {
        if (!chunk) return;
        work.push(async () => {
          file.size += await bytes.append(file.bytesId, chunk);
        });
      };
    },
    onError({ _tag: reason }) {
      broken = reason;
    },
    onDone: () => {},
  });

  try {
    for await (const chunk of body) {
      parser.write(chunk);
      for (const step of work.splice(0)) await step();
      if (broken) break;
    }
    parser.end();
    for (const step of work.splice(0)) await step();
    if (broken) throw new TypeError(`The multipart body cannot be read: ${broken}.`);
    return fields;
  } catch (error) {
    await Promise.all(stored.map((id) => bytes.delete(id)));
    throw error;
  }
}

import { decodeField, make, type PartInfo } from 'multipasta';
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
    isFile: (info) => namesOf(info).filename !== undefined,
    onField: (info, value) => fields.push([namesOf(info).name, decodeField(info, value)]),
    onFile(info) {
      const { name, filename = '' } = namesOf(info);
      const file = { filename, contentType: info.contentType, size: 0, bytesId: '' };
      fields.push([name, new UploadedFileValue(file)]);
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

/** PHP takes names as the bytes that they are, as browsers send them; the parser knows only those in Latin-1. */
function namesOf(info: PartInfo): Pick<PartInfo, 'name' | 'filename'> {
  const { 'content-disposition': disposition } = info.headers;
  if (info.name !== '' || typeof disposition !== 'string') return info;
  const quoted = (key: string): string | undefined => new RegExp(`; *${key}="([^"]*)"`, 'i').exec(disposition)?.[1];
  return { name: quoted('name') ?? '', filename: quoted('filename') };
}

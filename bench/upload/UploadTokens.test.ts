import { createSandbox } from '@spaces-kaltura/sandbox';
import { expect, test } from 'vitest';
import { UploadTokens } from './UploadTokens.ts';

type Chunk = [text: string, options: { resume?: boolean; at?: number; final?: boolean }];

/** What of an answer both are to agree on. */
interface Said {
  status?: number;
  uploadedFileSize?: string;
  code?: string;
}

interface Side {
  upload(chunk: Chunk): Promise<Said>;
  get(): Promise<Said>;
}

const said = ({ status, uploadedFileSize, code }: Said): Said =>
  code === undefined
    ? { ...(status !== undefined && { status }), ...(uploadedFileSize && { uploadedFileSize }) }
    : { code };

async function sandboxSide(fileSize: number): Promise<Side> {
  const sandbox = createSandbox({
    clock: { frozen: true },
    finalChunkWait: 0,
    partners: [{ id: 102, userSecret: 'secret' }],
  });
  const call = async (action: string, fields: Record<string, string | Blob>): Promise<Said & { id: string }> => {
    const body = new FormData();
    body.append('format', '1');
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') body.append(name, value);
      else body.append(name, value, 'a.txt');
    }
    const url = `https://kaltura.test/api_v3/service/${action.replace('.', '/action/')}`;
    return (await sandbox.fetch(new Request(url, { method: 'POST', body }))).json() as Promise<Said & { id: string }>;
  };
  const start = { secret: 'secret', userId: 'ada', type: '0', partnerId: '102' };
  const ks = (await call('session.start', start)) as unknown as string;
  const { id } = await call('uploadToken.add', {
    ks,
    'uploadToken:objectType': 'KalturaUploadToken',
    'uploadToken:fileSize': String(fileSize),
  });
  return {
    upload: async ([text, { resume = true, at = 0, final = false }]) =>
      said(
        await call('uploadToken.upload', {
          ks,
          uploadTokenId: id,
          resume: resume ? '1' : '0',
          ...(resume && { resumeAt: String(at) }),
          finalChunk: final ? '1' : '0',
          fileData: new Blob([text]),
        }),
      ),
    get: async () => said(await call('uploadToken.get', { ks, uploadTokenId: id })),
  };
}

function benchSide(fileSize: number): Side & { bytes: () => string | undefined } {
  const tokens = new UploadTokens({ finalWaitSeconds: 0 });
  const token = tokens.add(fileSize);
  if (token.objectType !== 'KalturaUploadToken') throw new Error('A token should have been made.');
  return {
    upload: async ([text, { resume = true, at = 0, final = false }]) =>
      said(await tokens.upload(token.id, { resume, resumeAt: at, final, bytes: Buffer.from(text) })),
    get: async () => said(tokens.get(token.id)),
    bytes: () => tokens.bytesOf(token.id)?.join(''),
  };
}

test.each<[string, string, Chunk[]]>([
  [
    'chunks in any order',
    'AAAABBBBCCCCDDDD',
    [
      ['AAAA', { resume: false }],
      ['DDDD', { at: 12 }],
      ['CCCC', { at: 8 }],
      ['BBBB', { at: 4 }],
      ['', { at: 16, final: true }],
    ],
  ],
  [
    'chunks sent twice',
    'AAAABBBBCCCC',
    [
      ['AAAA', { resume: false }],
      ['BBBB', { at: 4 }],
      ['BBBB', { at: 4 }],
      ['AAAA', { at: 0 }],
      ['CCCC', { at: 8, final: true }],
      ['CCCC', { at: 8, final: true }],
    ],
  ],
  [
    'a final chunk that comes too early',
    'AAAABBBBCCCC',
    [
      ['AAAA', { resume: false }],
      ['CCCC', { at: 8, final: true }],
      ['BBBB', { at: 4 }],
      ['', { at: 12, final: true }],
    ],
  ],
  ['nothing to go on with', '', [['BBBB', { at: 4 }]]],
  ['all at once', 'AAAA', [['AAAA', { resume: false, final: true }]]],
])('answers as the sandbox does: %s', async (_what, whole, chunks) => {
  const [sandbox, bench] = [await sandboxSide(16), benchSide(16)];
  for (const chunk of chunks) expect(await bench.upload(chunk)).toEqual(await sandbox.upload(chunk));
  expect(await bench.get()).toEqual(await sandbox.get());
  expect(bench.bytes()).toBe(whole === '' ? undefined : whole);
});

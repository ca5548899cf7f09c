import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readForm } from './readForm.ts';
import { Traffic } from './Traffic.ts';
import { UploadTokens } from './UploadTokens.ts';

const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Location, Tus-Resumable, Upload-Length, Upload-Offset',
};
const preflight = {
  ...cors,
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Content-Type, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset',
  'Access-Control-Max-Age': '7200',
};
const resumable = { ...cors, 'Tus-Resumable': '1.0.0' };

export interface UploadServer {
  readonly server: Server;
  readonly traffic: Traffic;
  /** Forgets every upload. */
  restart(options: { latencyMs: number; cutAtBytes: number | null }): void;
  /** The bytes of the last upload that was completed, in pieces. */
  lastUpload(): readonly Buffer[] | null;
}

/** One server for all candidates: `/raw` takes a body, `/tus/` speaks tus 1.0, `/api_v3/` Kaltura's upload tokens. */
export function createUploadServer(): UploadServer {
  const traffic = new Traffic();
  let tokens = new UploadTokens();
  let tusUploads = new Map<string, { bytes: Buffer; offset: number }>();
  let last: readonly Buffer[] | null = null;
  let latencyMs = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/';
    if (request.method === 'OPTIONS') {
      traffic.preflights += 1;
      response.writeHead(204, preflight).end();
    } else if (url === '/raw') {
      last = [await traffic.receiveWhole(request)];
      await sleep(latencyMs);
      sendJson(response, {});
    } else if (url.startsWith('/tus/')) await answerTus(request, response, url.slice('/tus/'.length));
    else if (url.startsWith('/api_v3/service/')) await answerKaltura(request, response, url);
    else response.writeHead(404, cors).end();
  }

  async function answerTus(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    if (request.method === 'POST') {
      const newId = randomUUID();
      tusUploads.set(newId, { bytes: Buffer.allocUnsafeSlow(Number(request.headers['upload-length'])), offset: 0 });
      await sleep(latencyMs);
      response.writeHead(201, { ...resumable, Location: `http://${request.headers.host}/tus/${newId}` }).end();
      return;
    }
    const upload = tusUploads.get(id);
    if (!upload) {
      response.writeHead(404, resumable).end();
      return;
    }
    if (request.method === 'PATCH') {
      if (Number(request.headers['upload-offset']) !== upload.offset) {
        response.writeHead(409, resumable).end();
        return;
      }
      // tus keeps what came of a body that breaks off.
      await traffic.receive(request, (piece) => {
        upload.offset += piece.copy(upload.bytes, upload.offset);
      });
      if (upload.offset === upload.bytes.length) last = [upload.bytes];
    }
    await sleep(latencyMs);
    const state = { 'Upload-Offset': upload.offset, 'Upload-Length': upload.bytes.length };
    response.writeHead(request.method === 'HEAD' ? 200 : 204, { ...resumable, ...state }).end();
  }

  async function answerKaltura(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    const { fields, file } = readForm(await traffic.receiveWhole(request), request.headers['content-type'] ?? '');
    const id = fields.get('uploadTokenId') ?? '';
    const action = url.slice('/api_v3/service/'.length).replace('/action/', '.');
    await sleep(latencyMs);
    if (action === 'uploadToken.add') sendJson(response, tokens.add(Number(fields.get('uploadToken[fileSize]'))));
    else if (action === 'uploadToken.get') sendJson(response, tokens.get(id));
    else if (action === 'uploadToken.upload' && file) {
      const chunk = {
        resume: fields.get('resume') === '1',
        resumeAt: Number(fields.get('resumeAt') ?? -1),
        final: fields.get('finalChunk') === '1',
        bytes: file,
      };
      const token = await tokens.upload(id, chunk);
      last = tokens.bytesOf(id) ?? last;
      sendJson(response, token);
    } else sendJson(response, { objectType: 'KalturaMediaListResponse', objects: [], totalCount: 0 });
  }

  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0, highWaterMark: 256 * 1024 });
  server.on('connection', (socket) => traffic.admit(socket));
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => response.destroy());
  });
  return {
    server,
    traffic,
    lastUpload: () => last,
    restart(options) {
      ({ latencyMs } = options);
      tokens = new UploadTokens();
      tusUploads = new Map();
      last = null;
      traffic.restart(options.cutAtBytes);
    },
  };
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...cors, 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createUploadServer } from './createUploadServer.ts';

/** What the bench asks of this process, one at a time; each is answered. */
export type ServerOrder = { order: 'restart'; latencyMs: number; cutAtBytes: number | null } | { order: 'report' };

export interface ServerReport {
  /** Of all bodies, whether they came whole or not. */
  receivedBytes: number;
  preflights: number;
  /** Of the last upload that was completed; null when there is none. */
  sha256: string | null;
}

/** `node serve.ts HOST SCRIPT`: the page, and on another origin, as in life, the server that it uploads to. */
const [host = '127.0.0.1', script = ''] = process.argv.slice(2);
const page =
  '<!doctype html><meta charset="utf-8"><title>Upload</title><input type="file"><script src="/page.js"></script>';
const code = await readFile(script);
const pages = createServer((request, response) => {
  const isScript = request.url === '/page.js';
  response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' });
  response.end(isScript ? code : page);
});
const uploads = createUploadServer();

process.on('message', (message) => {
  const given = message as ServerOrder;
  if (given.order === 'restart') {
    uploads.restart(given);
    process.send?.({});
    return;
  }
  const pieces = uploads.lastUpload();
  const hash = createHash('sha256');
  for (const piece of pieces ?? []) hash.update(piece);
  const report: ServerReport = {
    receivedBytes: uploads.traffic.receivedBytes,
    preflights: uploads.traffic.preflights,
    sha256: pieces && hash.digest('hex'),
  };
  process.send?.(report);
});
// Whoever started this process has ended.
process.once('disconnect', () => process.exit());
process.send?.({ pageUrl: await listen(pages), uploadUrl: await listen(uploads.server) });

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { RequestListener } from 'node:http';

export interface PageServer {
  listener: RequestListener;
  close(): Promise<void>;
}

const APP = join(import.meta.dirname, '..');

/** The page from its sources, with hot replacement over the host's own port. */
export async function serveSources(server: Server): Promise<PageServer> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: APP,
    configFile: join(APP, 'vite.config.ts'),
    server: { middlewareMode: true, hmr: { server } },
    appType: 'spa',
    logLevel: 'warn',
  });
  return { listener: vite.middlewares, close: () => vite.close() };
}

/** The page as it would be shipped, built into `outDir` (an absolute path). */
export async function buildPage(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: APP,
    configFile: join(APP, 'vite.config.ts'),
    build: { outDir, emptyOutDir: true },
    logLevel: 'warn',
  });
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The built page under a strict Content-Security-Policy: no inline script or style, and only the named origins. */
export function serveBuilt(outDir: string, origins: { exchange: string; kaltura: string }): PageServer {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${origins.exchange} ${origins.kaltura}`,
    `img-src 'self' data: blob: https: ${origins.kaltura}`,
    `media-src 'self' blob: ${origins.kaltura}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

  const answer = async (request: Request): Promise<Response> => {
    const path = normalize(decodeURIComponent(new URL(request.url).pathname));
    const file = extname(path) === '' ? '/index.html' : path;
    const bytes = await readFile(join(outDir, file)).catch(() => null);
    if (bytes === null) return new Response('There is nothing here.', { status: 404 });
    return new Response(bytes, {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    });
  };
  const listener = getRequestListener(answer);
  return { listener: (request, response) => void listener(request, response), close: async () => {} };
}

import { http, type HttpHandler, HttpResponse } from 'msw';
import { ConnectionReset } from '../faults/ConnectionReset.ts';
import type { Sandbox } from '../Sandbox.ts';

/**
 * Request handlers that let a sandbox answer everything below `origin`, in Node (`setupServer`) and in browsers (`setupWorker`).
 *
 * @example
 * setupServer(...sandboxHandlers(createSandbox({ partners: [{ id: 102 }] }), { origin: 'https://kaltura.test' }));
 */
export function sandboxHandlers(sandbox: Pick<Sandbox, 'fetch'>, { origin }: { origin: string }): HttpHandler[] {
  return [
    http.all(`${origin.replace(/\/$/, '')}/*`, async ({ request }) => {
      try {
        return await sandbox.fetch(request);
      } catch (error) {
        if (error instanceof ConnectionReset) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}

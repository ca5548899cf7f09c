import { setupWorker, type SetupWorker } from 'msw/browser';

/** The worker behind every story; a story brings its sandbox with `beforeEach({ msw }) { msw.use(...sandboxHandlers(…)) }`. */
export async function startWorker(): Promise<SetupWorker> {
  const worker = setupWorker();
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: './mockServiceWorker.js' } });
  return worker;
}

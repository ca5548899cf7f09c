import type { Request, Route } from 'playwright';
import type { Visit } from './world.ts';

/** Lets so many chunks of each upload pass and holds the others back, until what it answers is called. */
export async function holdChunks({ page }: Visit, passing: number): Promise<() => Promise<void>> {
  const chunks = /\/service\/uploadtoken\/action\/upload$/i;
  const held: Route[] = [];
  const passed = new Map<string, number>();
  await page.route(chunks, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const upload = uploadOf(route.request());
    const count = passed.get(upload) ?? 0;
    if (count === passing) return void held.push(route);
    passed.set(upload, count + 1);
    return route.continue();
  });
  return async () => {
    await page.unroute(chunks);
    await Promise.all(held.map((route) => route.continue().catch(() => {})));
  };
}

/** Uploads that run side by side take turns as it comes: which one's chunk is the second is luck. */
const uploadOf = (request: Request): string =>
  /name="uploadTokenId"\r\n\r\n(\S+)/.exec(request.postData() ?? '')?.[1] ?? '';

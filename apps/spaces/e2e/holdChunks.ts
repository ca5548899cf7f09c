import type { Route } from 'playwright';
import type { Visit } from './world.ts';

/** Lets so many chunks of uploads pass and holds the others back, until what it answers is called. */
export async function holdChunks({ page }: Visit, passing: number): Promise<() => Promise<void>> {
  const chunks = /\/service\/uploadtoken\/action\/upload$/i;
  const held: Route[] = [];
  let count = 0;
  await page.route(chunks, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    count += 1;
    if (count <= passing) return route.continue();
    held.push(route);
  });
  return async () => {
    await page.unroute(chunks);
    await Promise.all(held.map((route) => route.continue().catch(() => {})));
  };
}

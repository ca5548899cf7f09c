const EVERY_MS = 300;

/**
 * Another call of the page (a search, say) while something goes on, again and again; answers how long each took, in
 * milliseconds. A call that a cut breaks off does not count.
 */
export async function callMeanwhile(origin: string, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const end = Promise.withResolvers<null>();
  work.finally(() => end.resolve(null)).catch(() => {});
  for (let isOver = false; !isOver;) {
    const began = performance.now();
    const body = new URLSearchParams({ format: '1', 'filter[freeText]': 'atrium*' });
    const isAnswered = await fetch(`${origin}/api_v3/service/media/action/list`, { method: 'POST', body }).then(
      (answer) => answer.json().then(() => true),
      () => false,
    );
    if (isAnswered) times.push(performance.now() - began);
    const pause = new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    isOver = (await Promise.race([end.promise, pause])) === null;
  }
  return times;
}

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 4000;
const ATTEMPTS = 8;

/** What the simplest of uploaders does about a broken connection: the same again, after a while. */
export async function persistently<TResult>(work: () => Promise<TResult>): Promise<TResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

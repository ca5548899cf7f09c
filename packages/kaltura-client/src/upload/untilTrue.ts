import { unlessAborted } from '../api/unlessAborted.ts';

/** Resolves as soon as `isSo`, asked now and at each change; rejects with the signal's reason when it is aborted before. */
export async function untilTrue(
  onChange: (listener: () => void) => () => void,
  isSo: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  let stop = (): void => {};
  const soon = new Promise<void>((resolve) => {
    const check = (): void => {
      if (isSo()) resolve();
    };
    stop = onChange(check);
    check();
  });
  await unlessAborted(soon, signal).finally(() => stop());
}

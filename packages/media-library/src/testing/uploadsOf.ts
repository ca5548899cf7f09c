import { screen, waitFor, within } from '@testing-library/react';
import type { Rendered } from './renderWith.tsx';
import type { TestAccount } from './createTestAccount.ts';

/** Chooses files, as the file dialog would hand them over. */
export async function choose({ user }: Pick<Rendered, 'user'>, ...files: File[]): Promise<void> {
  await user.upload(await screen.findByLabelText('Choose files', { selector: 'input' }), files);
}

/** Chooses files and uploads them at once. */
export async function upload(view: Pick<Rendered, 'user'>, ...files: File[]): Promise<void> {
  if (files.length > 0) await choose(view, ...files);
  await view.user.click(await screen.findByRole('button', { name: /^Upload \d/ }));
}

/** The row of the upload of this name. */
export const uploadRow = (name: string): Promise<HTMLElement> =>
  waitFor(() => {
    const found = screen.getAllByRole('listitem').find((item) => within(item).queryByText(name));
    if (!found) throw new Error(`No upload ${name}`);
    return found;
  });

/** Holds back the bytes from this chunk on (the first is 1) until they are let go. */
export function holdChunks(account: TestAccount, from: number): { letGo: () => void; held: () => number } {
  const held = Promise.withResolvers<void>();
  let count = 0;
  let waiting = 0;
  account.answer(async (call, forward) => {
    if (call.name.toLowerCase() === 'uploadtoken.upload') {
      count += 1;
      if (count >= from) {
        waiting += 1;
        await Promise.race([
          held.promise,
          new Promise((_resolve, reject) => {
            call.signal.addEventListener('abort', () => reject(call.signal.reason as Error), { once: true });
          }),
        ]);
      }
    }
    return forward();
  });
  return { letGo: () => held.resolve(), held: () => waiting };
}

import { persistently } from './persistently.ts';
import type { Uploader } from './Uploader.ts';

/** One request with all bytes: the least there is to do. After a cut it can only begin again. */
export const raw: Uploader = async (file, origin) => {
  await persistently(() => fetch(`${origin}/raw`, { method: 'POST', body: file }));
};

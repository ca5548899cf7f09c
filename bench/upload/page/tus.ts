import { Upload } from 'tus-js-client';
import type { Uploader } from './Uploader.ts';

/** tus-js-client as it comes, on a server that speaks tus. */
export const tus: Uploader = (file, origin) =>
  new Promise((resolve, reject) => {
    new Upload(file, {
      endpoint: `${origin}/tus/`,
      retryDelays: [500, 1000, 2000, 4000, 4000, 4000, 4000],
      storeFingerprintForResuming: false,
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });

import { createKalturaClient, createStaticSessionSource } from '@spaces-kaltura/client';
import { postFormByXhr, transferFile, UploadTokenHolder } from '@spaces-kaltura/client/upload';
import type { Uploader } from './Uploader.ts';

/** Ours, as an upload queue runs it. */
export const spaces: Uploader = async (file, origin) => {
  const session = createStaticSessionSource({ ks: 'bench', serviceUrl: origin, partnerId: 102, userId: 'ada' });
  const client = createKalturaClient({ session });
  await transferFile({
    client,
    post: postFormByXhr,
    file,
    fileName: file.name,
    holder: new UploadTokenHolder({ client, file }),
    onArrived: () => {},
    onWaiting: () => {},
    signal: new AbortController().signal,
  });
};

import type { KalturaClient } from '../createKalturaClient.ts';
import type { KalturaMediaEntry } from '../services/KalturaMediaEntry.ts';
import type { MediaEntryInit } from '../services/mediaRequests.ts';
import { serviceUrl } from './connectSandbox.ts';

/** Puts a file into Kaltura through its API: token, bytes, entry, content. */
export async function addMedia(
  client: KalturaClient,
  fetch: (request: Request) => Promise<Response>,
  file: File,
  init: MediaEntryInit,
): Promise<KalturaMediaEntry> {
  const { ks } = await client.session.get();
  const token = await client.uploadToken.add({ fileName: file.name, fileSize: file.size });
  const body = new FormData();
  body.set('ks', ks);
  body.set('format', '1');
  body.set('uploadTokenId', token.id);
  body.set('fileData', file);
  await fetch(new Request(`${serviceUrl}/api_v3/service/uploadToken/action/upload`, { method: 'POST', body }));
  const entry = await client.media.add(init);
  return client.media.addContent(entry.id, token.id);
}

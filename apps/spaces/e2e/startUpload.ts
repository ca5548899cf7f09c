import type { Demo } from '../server/startDemo.ts';
import { signInToKaltura } from './signInToKaltura.ts';

/** Uploads a video as somebody of Atelier Nord, as another program would. Kaltura is converting it when this returns. */
export async function startUpload({ urls, sandbox }: Demo, userId: string, name: string): Promise<void> {
  const { partner } = sandbox.partners.enterprise;
  const client = signInToKaltura({ urls, sandbox }, userId);
  const { objects } = await client.media.list({ filter: { mediaTypeIn: [1] }, pager: { pageSize: 1 } });
  const file = await fetch(`${urls.sandbox}/p/${partner.id}/sp/${partner.id}00/raw/entry_id/${objects[0]?.id}`);
  const bytes = await file.blob();

  const token = await client.uploadToken.add({ fileName: 'camera.mp4', fileSize: bytes.size });
  const form = new FormData();
  const { ks } = await client.session.get();
  const fields = { ks, format: '1', uploadTokenId: token.id, resume: '0', finalChunk: '1' };
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('fileData', bytes, 'camera.mp4');
  const answer = await fetch(`${urls.sandbox}/api_v3/service/uploadtoken/action/upload`, {
    method: 'POST',
    body: form,
  });
  if (!answer.ok) throw new Error(`The upload was answered with status ${answer.status}`);
  const entry = await client.media.add({ name, mediaType: 1 });
  await client.media.addContent(entry.id, token.id);
}

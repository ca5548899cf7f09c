import { expect, test } from 'vitest';
import { KalturaHttpStack, TUS_ENDPOINT } from './KalturaHttpStack.ts';
import { film } from './testing/sampleFilm.ts';
import { startUploads } from './testing/startUploads.ts';
import { UploadTokenHolder } from './UploadTokenHolder.ts';

const file = film(2 * 1024 * 1024);

function createStack() {
  const uploads = startUploads();
  const { client, environment } = uploads;
  const stack = new KalturaHttpStack({
    ...environment,
    session: client.session,
    holder: new UploadTokenHolder({ client, file }),
    size: file.size,
    fileName: file.name,
    getToken: (tokenId, signal) => client.uploadToken.get(tokenId, { signal }),
    onArrived: () => {},
    onWaiting: () => {},
  });
  const create = async (): Promise<string> => {
    const made = await stack.createRequest('POST', TUS_ENDPOINT).send(null);
    return made.getHeader('Location')!;
  };
  return { ...uploads, stack, create };
}

/** Whether a promise has settled by the time that everything else had its turn. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const turns = new Promise<'pending'>((resolve) => setImmediate(() => setImmediate(resolve, 'pending')));
  return (
    (await Promise.race([
      promise.then(
        () => 'settled',
        () => 'settled',
      ),
      turns,
    ])) === 'pending'
  );
}

test('an aborted send stays pending for ever, whatever becomes of its chunk', async () => {
  const { stack, create, beforeChunk } = createStack();
  const patch = stack.createRequest('PATCH', await create());
  patch.setHeader('Upload-Offset', '0');
  const sent = Promise.withResolvers<void>();
  beforeChunk.current = () => (sent.resolve(), new Promise<never>(() => {}));
  const sending = patch.send(file);
  await sent.promise;
  await patch.abort();
  expect(await isPending(sending)).toBe(true);
});

test('after a stop nothing is sent and nothing settles', async () => {
  const { stack, create, calls } = createStack();
  const url = await create();
  stack.stop();
  const before = calls.length;
  const sends = ['POST', 'HEAD', 'PATCH', 'DELETE'].map((method) => stack.createRequest(method, url).send(file));
  expect(await Promise.all(sends.map(isPending))).toEqual([true, true, true, true]);
  expect(calls).toHaveLength(before);
});

test('HEAD answers 404 only where the token is gone, and throws whatever else fails', async () => {
  const { stack, create, sandbox, client } = createStack();
  const url = await create();
  sandbox.faults.add({ service: 'uploadToken', action: 'get', times: 3, fault: { kind: 'status', status: 500 } });
  await expect(stack.createRequest('HEAD', url).send(null)).rejects.toMatchObject({ code: 'upstream_unavailable' });
  await client.uploadToken.delete(url.slice(TUS_ENDPOINT.length));
  expect((await stack.createRequest('HEAD', url).send(null)).getStatus()).toBe(404);
});

test('DELETE deletes the token', async () => {
  const { stack, create, ...uploads } = createStack();
  const url = await create();
  expect(await uploads.leftovers()).toHaveLength(1);
  expect((await stack.createRequest('DELETE', url).send(null)).getStatus()).toBe(204);
  expect(await uploads.leftovers()).toEqual([]);
});

import { reset, type Hit, type Strike, type World } from './world.ts';

/** What can go wrong with one request, whichever it is. */

const cors = { 'Access-Control-Allow-Origin': '*' };

/** Never answered: whoever asked gives up by itself. */
const silence = (): Promise<Response> => new Promise(() => {});

export const resetBefore: Strike = () => Promise.reject(reset());
export const resetAfter: Strike = async ({ forward }) => {
  await forward();
  throw reset();
};
export const silentBefore: Strike = () => silence();
export const silentAfter: Strike = async ({ forward }) => {
  await forward();
  return silence();
};

/** Something else than an answer, and nothing was done. */
export const instead =
  (body: string, status = 200, headers: Record<string, string> = {}): Strike =>
  () =>
    Promise.resolve(new Response(body === '' ? null : body, { status, headers: { ...cors, ...headers } }));

/** All was done, but something else was answered. */
export const afterwards =
  (say: (answer: string) => string, status = 200, headers: Record<string, string> = {}): Strike =>
  async ({ forward }) => {
    const body = say(await (await forward()).text());
    return new Response(body === '' ? null : body, { status, headers: { ...cors, ...headers } });
  };

export const exception = (code: string, args: Record<string, string> = {}): Record<string, unknown> => ({
  code,
  message: code,
  objectType: 'KalturaAPIException',
  args,
});

/** Kaltura refuses the step; in a multirequest the other item is answered as ever. */
export const refuses =
  (code: string, { args = {}, isDone = false }: { args?: Record<string, string>; isDone?: boolean } = {}): Strike =>
  async (hit) => {
    const error = exception(code, args);
    if (!isMulti(hit)) {
      if (isDone) await hit.forward();
      return Response.json(error, { headers: cors });
    }
    if (hit.step === 'add') {
      if (isDone) await hit.forward();
      return Response.json([error, exception('ENTRY_ID_NOT_FOUND')], { headers: cors });
    }
    const answers = (await (await hit.forward(isDone ? undefined : await withoutContent(hit))).json()) as unknown[];
    return Response.json([answers[0], error], { headers: cors });
  };

/** The entry is made, and then the connection breaks before its content is given to it. */
export const breaksBetween: Strike = async (hit) => {
  await hit.forward(isMulti(hit) ? await withoutContent(hit) : hit.request);
  throw reset();
};

/** Changes what Kaltura says of the bytes it holds. */
export const liesAboutSize =
  (say: (held: number) => unknown): Strike =>
  async ({ forward }) => {
    const response = await forward();
    const json = (await response.json()) as Record<string, unknown>;
    if ('uploadedFileSize' in json) json['uploadedFileSize'] = say(Number(json['uploadedFileSize']));
    return Response.json(json, { headers: cors });
  };

/** A proxy says that it has passed a chunk on, and has not. */
export const swallows: Strike = ({ request }) =>
  Promise.resolve(
    Response.json(
      { id: request.url, status: 1, uploadedFileSize: '65536', createdAt: 1, updatedAt: 1 },
      { headers: cors },
    ),
  );

/** Something happens in the page, then the request goes its way. */
export const meanwhile =
  (happens: () => void | Promise<void>): Strike =>
  async ({ forward, meanwhile: during }) => {
    await during(async () => happens());
    return forward();
  };

/** Off the network for some time; the request is lost. */
export const offline =
  ({ network, sandbox }: World, seconds: number): Strike =>
  async () => {
    network.setOnline(false);
    void turns(10)
      .then(() => sandbox.clock.advance(seconds))
      .then(() => network.setOnline(true));
    throw reset();
  };

export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

const isMulti = ({ request }: Hit): boolean => request.url.endsWith('/multirequest');

/** The same multirequest with its first item only. */
async function withoutContent({ request }: Hit): Promise<Request> {
  const params = new URLSearchParams(await request.clone().text());
  const first = [...params].filter(([name]) => !name.startsWith('2['));
  return new Request(request.url, { method: 'POST', body: new URLSearchParams(first) });
}

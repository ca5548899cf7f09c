import { describe, expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import { createCaller } from '../testing/caller.ts';
import { toPhpText } from './serialise.ts';

const url = 'http://kaltura.test/api_v3';

function setUp() {
  const sandbox = createSandbox({ clock: { frozen: true, startAt: 1_800_000_000 }, partners: [{ id: 102 }] });
  const bob = createCaller(sandbox, { userId: 'bob' });
  const send = async (path: string, init?: RequestInit) => sandbox.fetch(new Request(url + path, init));
  const json = async (path: string, init?: RequestInit): Promise<unknown> => (await send(path, init)).json();
  return { sandbox, bob, send, json };
}

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });

describe('a call', () => {
  it.each([
    '/service/system/action/ping/format/1',
    '/index.php/service/SYSTEM/action/Ping?format=1',
    '/index.php?service=system&action=ping&format=1',
    '/?service=system&action=ping&format=1',
  ])('is understood as %s', async (path) => {
    expect(await setUp().json(path)).toBe(true);
  });

  it('takes the path before the query before the body', async () => {
    const { json } = setUp();
    expect(
      await json('/service/system/action/ping?format=1&action=getTime', form({ action: 'nothing', format: '3' })),
    ).toBe(true);
  });

  it.each([
    ['brackets', { 'uploadToken[fileName]': 'a.mp4' }],
    ['colons', { 'uploadToken:fileName': 'a.mp4' }],
  ])('nests with %s', async (_, fields) => {
    const { bob, json } = setUp();
    const { ks } = (await bob.request('x.y').json()) as { ks: string };
    const answer = await json('/service/uploadToken/action/add', form({ ks, format: '1', ...fields }));
    expect(answer).toMatchObject({ fileName: 'a.mp4' });
  });

  it('ignores JSON that comes under any other content type', async () => {
    const { send } = setUp();
    const body = JSON.stringify({ format: 1 });
    const answer = await send('/service/system/action/ping', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(await answer.text()).toMatch(/^<\?xml/);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('knows nothing called %s', async (name) => {
    const { bob } = setUp();
    const filters = [{ [name]: 'x' }, { [`${name}Equal`]: 'x' }, { orderBy: `+${name}` }, { objectType: name }];
    for (const filter of filters) {
      expect(await bob.call('media.list', { filter })).toMatchObject({ totalCount: 0 });
    }
    expect(
      await bob.call('media.list', { responseProfile: { objectType: name, type: 1, fields: name } }),
    ).toBeDefined();
  });

  it('cannot reach the prototype of anything', async () => {
    const { bob } = setUp();
    expect(
      await bob.call('uploadToken.add', { '__proto__:x': 1, 'uploadToken:__proto__:fileName': 'a' }),
    ).toMatchObject({ status: 0 });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('refuses characters that XML cannot carry', async () => {
    const { bob } = setUp();
    expect(await bob.call('uploadToken.add', { uploadToken: { fileName: 'a\u0001' } })).toMatchObject({
      code: 'INVALID_PARAMETER_CHAR',
      args: { XML_FIELD: 'fileName' },
    });
  });

  it('misses a parameter before it asks who is calling', async () => {
    const { json } = setUp();
    expect(await json('/service/user/action/add?format=1')).toMatchObject({ code: 'MISSING_MANDATORY_PARAMETER' });
  });

  it('knows actions that the sandbox does not have, and says so to those who may call them', async () => {
    const { sandbox, bob } = setUp();
    const admin = createCaller(sandbox, { userId: 'root', type: 2 });
    expect(await bob.call('media.approve', { entryId: 'x' })).toMatchObject({ code: 'SERVICE_FORBIDDEN' });
    expect(await admin.call('media.approve', { entryId: 'x' })).toMatchObject({ code: 'ACTION_DOES_NOT_EXISTS' });
  });
});

describe('an answer', () => {
  it('is 200 for errors too; a forbidden service shows in the headers', async () => {
    const { send } = setUp();
    const unknown = await send('/service/nosuch/action/get?format=1');
    expect([unknown.status, unknown.headers.get('x-kaltura')]).toEqual([200, null]);
    expect(unknown.headers.get('x-kaltura-session')).toMatch(/^\d+, 1800000000$/);
    const forbidden = await send('/service/media/action/list?format=1');
    expect(forbidden.headers.get('x-kaltura')).toBe('error-SERVICE_FORBIDDEN');
  });

  it('says when it came from the response cache', async () => {
    const { send } = setUp();
    const path = '/service/session/action/startWidgetSession?format=1&widgetId=_102';
    expect((await send(path)).headers.get('x-kaltura')).toMatch(/^cache-key,cache_v3-[0-9a-f]{32}$/);
    expect((await send(path)).headers.get('x-kaltura')).toMatch(/^cached-dispatcher,cache_v3-/);
  });

  it.each([
    ['xx', { code: 'INVALID_LANGUAGE_CODE' }],
    ['fr', { totalCount: 0 }],
  ])('in the language %s', async (language, answer) => {
    expect(await setUp().bob.call('media.list', { language })).toMatchObject(answer);
  });

  it('escapes slashes and everything beyond ASCII, as PHP does', async () => {
    const { bob, sandbox } = setUp();
    const answer = await sandbox.fetch(bob.request('uploadToken.add', { uploadToken: { fileName: 'ä/😀' } }));
    expect(await answer.text()).toContain(String.raw`"fileName":"\u00e4\/\ud83d\ude00"`);
  });

  it('can be PHP', () => {
    expect(toPhpText({ id: 'ä', status: 2, none: null, list: [true] })).toBe(
      'a:3:{s:2:"id";s:2:"ä";s:6:"status";i:2;s:4:"list";a:1:{i:0;b:1;}}',
    );
  });
});

describe('a multirequest', () => {
  it('hands answers on, inside texts, nested and through whole lists', async () => {
    const { bob } = setUp();
    const add = { service: 'uploadToken', action: 'add' };
    const answers = await bob.call<{ id?: string; fileName?: string; totalCount?: number }[]>('multirequest.x', {
      service: 'multirequest',
      1: add,
      2: add,
      3: { service: 'uploadToken', action: 'list' },
      4: { ...add, uploadToken: { fileName: 'of {1:result:id}, {3:result:objects:1:id}' } },
      5: { service: 'uploadToken', action: 'list', filter: { idIn: '{3:result:objects:_all:id}' } },
      7: { service: 'system', action: 'ping' },
    });
    expect(answers).toHaveLength(5);
    expect(answers[3]?.fileName).toBe(`of ${answers[0]?.id}, ${answers[1]?.id}`);
    expect(answers[4]?.totalCount).toBe(2);
  });

  it("may count from 0, as Kaltura's own client does", async () => {
    const { bob } = setUp();
    const add = { service: 'uploadToken', action: 'add' };
    const answers = await bob.call<{ id: string; fileName?: string }[]>('multirequest.x', {
      service: 'multirequest',
      0: add,
      1: { ...add, uploadToken: { fileName: 'after {0:result:id}' } },
    });
    expect(answers[1]?.fileName).toBe(`after ${answers[0]?.id}`);
  });

  it('goes on after an error, of which nothing can be handed on', async () => {
    const { bob } = setUp();
    const get = (uploadTokenId: string) => ({ service: 'uploadToken', action: 'get', uploadTokenId });
    const answers = await bob.call('multirequest.x', {
      service: 'multirequest',
      1: get('none'),
      2: { service: 'uploadToken', action: 'add', uploadToken: { fileName: '[{1:result:code}]' } },
    });
    expect(answers).toMatchObject([{ code: 'UPLOAD_TOKEN_NOT_FOUND' }, { fileName: '[]' }]);
  });
});

describe('a widget session', () => {
  it('may be answered what was true some minutes ago', async () => {
    const { sandbox, bob } = setUp();
    const { id } = await bob.call<{ id: string }>('media.add', {
      entry: { objectType: 'KalturaMediaEntry', name: 'old', mediaType: 2 },
    });
    const anybody = createCaller(sandbox);
    const { ks } = await anybody.call<{ ks: string }>('session.startWidgetSession', { widgetId: '_102' });
    const read = () => anybody.call('media.get', { ks, entryId: id });
    expect(await read()).toMatchObject({ name: 'old' });
    await bob.call('media.update', { entryId: id, mediaEntry: { name: 'new' } });
    expect(await read()).toMatchObject({ name: 'old' });
    expect(await bob.call('media.get', { entryId: id })).toMatchObject({ name: 'new' });
    await sandbox.clock.advance(601);
    expect(await read()).toMatchObject({ name: 'new' });
  });
});

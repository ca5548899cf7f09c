import type { Sandbox } from '../Sandbox.ts';
import { encodeKs } from '../session/ks.ts';

/** Calls the API of a sandbox as a client would, for the tests of this package. */
export interface Caller {
  /** Answers the parsed JSON. */
  call<TAnswer = Record<string, unknown>>(name: string, params?: Record<string, unknown>): Promise<TAnswer>;
  /** Uploads one chunk as a file part. */
  upload(
    token: string,
    content: string | Uint8Array<ArrayBuffer>,
    params?: Record<string, unknown>,
  ): Promise<Record<string, unknown>>;
  request(name: string, params?: Record<string, unknown>): Request;
}

/** A caller with a session of this user; `type` 2 makes an ADMIN session, no user no session at all. */
export function createCaller(
  sandbox: Pick<Sandbox, 'fetch' | 'partner' | 'clock'>,
  session?: { userId?: string; type?: 0 | 2; privileges?: string; expiry?: number; partnerId?: number },
): Caller {
  const { userId = '', type = 0, privileges = '', expiry = 86_400, partnerId = 102 } = session ?? {};
  const fields = { partnerId, type, userId, privileges, expiry: sandbox.clock.now() + expiry };
  const ks = session && encodeKs(fields, sandbox.partner(partnerId).adminSecret);

  function request(name: string, params: Record<string, unknown> = {}): Request {
    const body = JSON.stringify({ format: 1, ks, ...params });
    return new Request(urlOf(name), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }

  return {
    request,
    async call(name, params) {
      return (await sandbox.fetch(request(name, params))).json() as Promise<never>;
    },
    async upload(token, content, params = {}) {
      const form = new FormData();
      for (const [key, value] of Object.entries({ format: 1, ks, uploadTokenId: token, ...params }))
        form.append(key, String(value));
      form.append('fileData', new File([content], 'chunk'));
      const response = await sandbox.fetch(new Request(urlOf('uploadToken.upload'), { method: 'POST', body: form }));
      return (await response.json()) as Record<string, unknown>;
    },
  };
}

function urlOf(name: string): string {
  const [service, action] = name.split('.');
  return `http://kaltura.test/api_v3/service/${service}/action/${action}`;
}

import { createSandbox } from '../createSandbox.ts';
import type { Sandbox, SandboxOptions, SandboxPartner } from '../Sandbox.ts';

/** A sandbox with one account, talked to over its API, for tests of the services. */
export interface Conversation {
  sandbox: Sandbox;
  partner: SandboxPartner;
  /** Speaks as a user of the account. */
  as: (userId: string, privileges?: string) => Promise<Caller>;
  asAdmin: () => Promise<Caller>;
}

export interface Caller {
  /** Calls e.g. `media.list`; parameters are nested as in JSON. Answers what the sandbox answered. */
  call<TAnswer = Answer>(action: string, params?: Params): Promise<TAnswer>;
  /** Uploads bytes in one chunk; answers the id of the token. */
  upload(bytes: Uint8Array<ArrayBuffer>, fileName: string): Promise<string>;
  /** Uploads bytes in one chunk to a token there is. */
  uploadTo(tokenId: string, bytes: Uint8Array<ArrayBuffer>, fileName?: string): Promise<Answer>;
  /** Adds an entry and attaches the bytes to it; answers the entry after that. */
  addEntry(entry: Params, bytes?: Uint8Array<ArrayBuffer>): Promise<Answer>;
}

type Params = Readonly<Record<string, unknown>>;

export interface Answer {
  id: string;
  code: string;
  name: string;
  tags: string;
  status: number;
  totalCount: number;
  objects: Answer[];
  args: Record<string, string>;
  [name: string]: unknown;
}

/** What was uploaded is in lists only a moment later, as with a real search engine, unless the test says otherwise. */
export function startConversation(options: SandboxOptions = {}): Conversation {
  const clock = { startAt: 1_800_000_000, frozen: true };
  const sandbox = createSandbox({ seed: 1, clock, indexLag: 2, ...options });
  const partner = sandbox.addPartner({ id: 102 });

  async function send<TAnswer>(action: string, body: BodyInit, headers?: HeadersInit): Promise<TAnswer> {
    const [service = '', name = ''] = action.split('.');
    const url = `http://kaltura.test/api_v3/service/${service}/action/${name}?format=1`;
    const response = await sandbox.fetch(new Request(url, { method: 'POST', body, ...(headers ? { headers } : {}) }));
    return (await response.json()) as TAnswer;
  }

  async function caller(userId: string, type: number, privileges: string): Promise<Caller> {
    const json = { 'Content-Type': 'application/json' };
    const session = { secret: partner.adminSecret, partnerId: 102, userId, type, privileges };
    const ks = await send<string>('session.start', JSON.stringify(session), json);
    const call: Caller['call'] = (action, params = {}) => send(action, JSON.stringify({ ks, ...params }), json);

    const uploadTo: Caller['uploadTo'] = (uploadTokenId, bytes, fileName = 'file.bin') => {
      const form = new FormData();
      form.append('ks', ks);
      form.append('uploadTokenId', uploadTokenId);
      form.append('fileData', new Blob([bytes]), fileName);
      return send('uploadToken.upload', form);
    };

    const upload: Caller['upload'] = async (bytes, fileName) => {
      const { id } = await call('uploadToken.add', { uploadToken: { fileName } });
      await uploadTo(id, bytes, fileName);
      return id;
    };

    const addEntry: Caller['addEntry'] = async (entry, bytes) => {
      const added = await call('media.add', { entry: { objectType: 'KalturaMediaEntry', ...entry } });
      if (!bytes) return added;
      const token = await upload(bytes, 'file.bin');
      const resource = { objectType: 'KalturaUploadedFileTokenResource', token };
      return call('media.addContent', { entryId: added.id, resource });
    };

    return { call, upload, uploadTo, addEntry };
  }

  return {
    sandbox,
    partner,
    as: (userId, privileges = '') => caller(userId, 0, privileges),
    asAdmin: () => caller('admin', 2, ''),
  };
}

/** A picture of 3 × 2 pixels, as far as its header says. */
export const tinyImage: Uint8Array<ArrayBuffer> = fromBase64('iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYa');

/** A video of 64 × 32 pixels, 1.2 seconds long, H.264 in MP4. */
export const tinyVideo: Uint8Array<ArrayBuffer> = fromBase64(
  'AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAAMZbW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAABLAAAQAAAQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAmh0cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAABLAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAEAAAAAgAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAAAAEAAASwAAAAAAABAAAAAAHgbWRpYQAAACBtZGhkAAAAAAAAAAAAAAAAAAAoAAAAMABVxAAAAAAALWhkbHIAAAAAAAAAAHZpZGUAAAAAAAAAAAAAAABWaWRlb0hhbmRsZXIAAAABi21pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAAUtzdGJsAAAAu3N0c2QAAAAAAAAAAQAAAKthdmMxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAEAAIABIAAAASAAAAAAAAAABDExhdmMgbGlieDI2NAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAAMWF2Y0MBQsAK/+EAGGdCwAqmERFsBEAAAAMAQAAAAwKDxImEYAEABmjIQgOSyAAAABBwYXNwAAAAAQAAAAEAAAAUYnRydAAAAAAAABzNAAAczQAAABhzdHRzAAAAAAAAAAEAAAAGAAAIAAAAABRzdHNzAAAAAAAAAAEAAAABAAAAHHN0c2MAAAAAAAAAAQAAAAEAAAAGAAAAAQAAACxzdHN6AAAAAAAAAAAAAAAGAAAD+QAAAB0AAAAPAAAADAAAAAoAAAAXAAAAFHN0Y28AAAAAAAAAAQAAA0kAAAA9dWR0YQAAADVtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABtZGlyYXBwbAAAAAAAAAAAAAAAAAhpbHN0AAAACGZyZWUAAARabWRhdAAAAnEGBf//bdxF6b3m2Ui3lizYINkj7u94MjY0IC0gY29yZSAxNjQgcjMwOTUgYmFlZTQwMCAtIEguMjY0L01QRUctNCBBVkMgY29kZWMgLSBDb3B5bGVmdCAyMDAzLTIwMjIgLSBodHRwOi8vd3d3LnZpZGVvbGFuLm9yZy94MjY0Lmh0bWwgLSBvcHRpb25zOiBjYWJhYz0wIHJlZj0xNiBkZWJsb2NrPTE6MDowIGFuYWx5c2U9MHgxOjB4MTMxIG1lPXVtaCBzdWJtZT0xMCBwc3k9MSBwc3lfcmQ9MS4wMDowLjAwIG1peGVkX3JlZj0xIG1lX3JhbmdlPTI0IGNocm9tYV9tZT0xIHRyZWxsaXM9MiA4eDhkY3Q9MCBjcW09MCBkZWFkem9uZT0yMSwxMSBmYXN0X3Bza2lwPTEgY2hyb21hX3FwX29mZnNldD0tMiB0aHJlYWRzPTEgbG9va2FoZWFkX3RocmVhZHM9MSBzbGljZWRfdGhyZWFkcz0wIG5yPTAgZGVjaW1hdGU9MSBpbnRlcmxhY2VkPTAgYmx1cmF5X2NvbXBhdD0wIGNvbnN0cmFpbmVkX2ludHJhPTAgYmZyYW1lcz0wIHdlaWdodHA9MCBrZXlpbnQ9MjUwIGtleWludF9taW49NSBzY2VuZWN1dD0wIGludHJhX3JlZnJlc2g9MCByY19sb29rYWhlYWQ9NjAgcmM9Y3JmIG1idHJlZT0xIGNyZj00MC4wIHFjb21wPTAuNjAgcXBtaW49MCBxcG1heD02OSBxcHN0ZXA9NCBpcF9yYXRpbz0xLjQwIGFxPTE6MS4wMACAAAABgGWIgnhiwEBZmAAd1hPHIE3e+4TEkzF7n3EbvfcKStazyxnKHZYT73np3Qeic8dlkZyh2WBBMZwwcNAJs4iHCTeTtj8+0RWRJAJ6ZWFdIOUrlUUGyIipCOiNdPeHT2EqP+oCb/fcHduS0SCZzrZ72yZvF1Qo5fuoyRoIYFCEbC8eyJy1neg2Yjannjgxbf84/ecLO9Bz+Qxo3IKAPEb//kzeffWg2mUXu+5+d3v9q2k/xs57OyxucrOyw7tP9it7NcsKbLn6AMAaBBcA3cFKnQlc4nyKGiowNFbj34emQszqZKIrK+t/EcRd3ZEVzPLh30Ju8vuOdBOYkTfvuSF1b1Co2fWKFbaKR6jdGHoi9ldJ2Z3IJDhENjwWKsshtLfY0b5wL8iDcIMuaZIlb8qHsOVNtdZ+x8S2zxoqgAfCH2Gvv8/xEFECfrCE2EJzGa45hdc///BWf68O1AwO/8tz1tzFoIXQAFMHAAJd/+74w//QKwj14IBgwBC/9hK55RK5wAAAABlBmhxfzoITNgakAGHbjMwDDgEe5IEMOaTUAAAAC0GaKhf558CW+v8RAAAACEGaOwn+uURAAAAABkGaSQNxMAAAABNBmllBXJ4cUQ7PHLwe38DVTXFg',
);

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

import { callMeanwhile } from './callMeanwhile.ts';
import { raw } from './raw.ts';
import { sequential } from './sequential.ts';
import { spaces } from './spaces.ts';
import { tus } from './tus.ts';
import type { Uploader } from './Uploader.ts';

const uploaders: Readonly<Record<string, Uploader>> = { raw, seq10: sequential, tus, spaces };

/** What the bench calls. */
export interface BenchedPage {
  /** Uploads the chosen file; `callMs` says how long other calls took meanwhile, if there are to be any. */
  upload(name: string, origin: string, withCalls: boolean): Promise<{ seconds: number; callMs: number[] }>;
}

const page: BenchedPage = {
  async upload(name, origin, withCalls) {
    const file = document.querySelector('input')?.files?.[0];
    const uploader = uploaders[name];
    if (!file || !uploader) throw new TypeError(`Nothing to upload, or no candidate ${name}`);
    const began = performance.now();
    const upload = uploader(file, origin).then(() => (performance.now() - began) / 1000);
    const callMs = withCalls ? await callMeanwhile(origin, upload) : [];
    return { seconds: await upload, callMs };
  },
};
Object.assign(globalThis, { page });

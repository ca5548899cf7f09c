import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createSandbox } from '../createSandbox.ts';
import { createDemoSandbox } from '../demo/createDemoSandbox.ts';
import type { PartnerInit, Sandbox, SandboxOptions } from '../Sandbox.ts';
import { createDiskBytes } from './diskBytes.ts';
import { createFfmpegTranscode } from './ffmpegTranscode.ts';

/** The words of the command line, as they came. */
export interface CommandWords {
  config?: string | undefined;
  entries?: string | undefined;
  bytes?: string | undefined;
  control?: boolean | undefined;
  'index-lag'?: string | undefined;
  'final-wait'?: string | undefined;
  conversion?: string | undefined;
}

/** Makes the sandbox the command line asks for, and a line about each account. Throws a `TypeError` that says what to do for words that make no sense. */
export async function startOptions(words: CommandWords): Promise<{ sandbox: Sandbox; accounts: string[] }> {
  if (words.bytes !== undefined) await mkdir(words.bytes, { recursive: true });
  const transcode = await createFfmpegTranscode();
  const options: SandboxOptions = {
    ...(words.control && { controlPath: '/_sandbox' }),
    ...(words.bytes !== undefined && { bytes: createDiskBytes(resolve(words.bytes)) }),
    ...(words['index-lag'] !== undefined && { indexLag: number('--index-lag', words['index-lag']) }),
    ...(words['final-wait'] !== undefined && { finalChunkWait: number('--final-wait', words['final-wait']) }),
    ...(words.conversion !== undefined && { conversionTime: number('--conversion', words.conversion) }),
    ...(transcode && { transcode }),
  };
  if (words.config !== undefined) {
    const partners = await readConfig(words.config);
    return {
      sandbox: createSandbox({ ...options, partners }),
      accounts: partners.map(({ id }) => `  account ${id}, empty`),
    };
  }
  const entries = words.entries === undefined ? {} : { entries: number('--entries', words.entries) };
  const { sandbox, partners } = await createDemoSandbox({ ...options, ...entries });
  const accounts = Object.values(partners).map(
    ({ partner, appToken }) =>
      `  account ${partner.id}, admin secret ${partner.adminSecret}, App Token ${appToken.id} ${appToken.token} (SHA256)`,
  );
  return { sandbox, accounts };
}

async function readConfig(path: string): Promise<PartnerInit[]> {
  const config: unknown = JSON.parse(await readFile(path, 'utf8'));
  const partners = typeof config === 'object' && config !== null && 'partners' in config ? config.partners : undefined;
  if (!Array.isArray(partners) || !partners.every(isPartner)) {
    throw new TypeError(`${path} should look like {"partners": [{"id": 102, "adminSecret": "…", "userSecret": "…"}]}.`);
  }
  return partners;
}

function isPartner(value: unknown): value is PartnerInit {
  return typeof value === 'object' && value !== null && 'id' in value && Number.isInteger(value.id);
}

function number(option: string, text: string): number {
  const value = Number(text);
  if (!(value >= 0)) throw new TypeError(`${option} wants a number that is not negative, not "${text}".`);
  return value;
}

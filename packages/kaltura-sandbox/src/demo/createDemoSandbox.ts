import { createMemoryBytes } from '../bytes/memoryBytes.ts';
import { createSandbox } from '../createSandbox.ts';
import type { SandboxEntryInit } from '../media/addEntry.ts';
import type { Sandbox, SandboxOptions, SandboxPartner } from '../Sandbox.ts';
import { type AssetLoader, createAssets } from './assets.ts';
import { demoEntries, type DemoEntry } from './demoEntries.ts';
import { people, type Person } from './people.ts';

export interface DemoOptions extends Omit<SandboxOptions, 'partners'> {
  /** Entries of each account; 260 by default. */
  entries?: number;
  /** Where the bytes of pictures, videos and sounds come from; the files of this package by default. Called when they are looked at. */
  loadAsset?: AssetLoader;
}

export interface DemoSandbox {
  sandbox: Sandbox;
  partners: {
    /** 102, "Atelier Nord": its App Token lets people list what is their own. */
    enterprise: DemoPartner;
    /** 103, "Université Delta": its App Token lets people list everything (`list:*`). */
    university: DemoPartner;
  };
}

export interface DemoPartner {
  partner: SandboxPartner;
  /** SHA256, USER sessions. */
  appToken: { id: string; token: string };
  /** Adds an entry with one of the demo's files, such as `silk-sea`. */
  addMedia(asset: string, entry: Omit<SandboxEntryInit, 'contentId' | 'mediaType'>): { id: string };
}

/**
 * A sandbox with two accounts full of media: pictures, videos (flat and 360°) and sounds, a few of them still processing, failed or
 * oddly named. Runs in Node and in browsers.
 *
 * @example const { sandbox, partners } = await createDemoSandbox({ entries: 10_000 });
 */
export async function createDemoSandbox(options: DemoOptions = {}): Promise<DemoSandbox> {
  const { entries = 260, loadAsset, bytes = createMemoryBytes(), seed = 4, ...rest } = options;
  const sandbox = createSandbox({ ...rest, bytes, seed });
  const assets = createAssets(bytes, loadAsset);

  function fill(id: number, name: string, privileges: string, owners: readonly Person[]): DemoPartner {
    const partner = sandbox.addPartner({ id, name });
    const library = demoEntries(entries, owners, sandbox.clock.now(), id).reverse();
    // Everybody was there before the first entry.
    const createdAt = (library[0]?.createdAt ?? sandbox.clock.now()) - 1;
    for (const { id: userId, firstName, lastName } of owners) {
      const screenName = `${firstName} ${lastName}`;
      partner.addUser({ id: userId, email: userId, firstName, lastName, screenName, createdAt });
    }
    for (const entry of library) add(partner, entry);
    const appToken = partner.addAppToken({
      hashType: 'SHA256',
      sessionType: 0,
      sessionPrivileges: privileges,
      description: `${name}, Spaces`,
    });
    return {
      partner,
      appToken,
      addMedia: (asset, entry) => partner.addEntry({ ...assets.content(asset), ...entry }),
    };
  }

  function add(partner: SandboxPartner, { asset, mediaType, ...entry }: DemoEntry): void {
    const content = asset === undefined ? { mediaType: mediaType ?? IMAGE } : assets.content(asset);
    if (mediaType !== undefined && mediaType !== content.mediaType) {
      throw new TypeError(`${entry.name}: ${asset} is of another media type`);
    }
    partner.addEntry({ ...content, ...entry });
  }

  return {
    sandbox,
    partners: {
      enterprise: fill(102, 'Atelier Nord', 'disableentitlement', people.enterprise),
      university: fill(103, 'Université Delta', 'disableentitlement,list:*', people.university),
    },
  };
}

const IMAGE = 2;

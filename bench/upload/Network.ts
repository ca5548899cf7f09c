import { chromium } from '../../scripts/chromium.ts';
import type { Path } from './Link.ts';

/** Where a browser and a server can be, and what lies between them. */
export interface Network {
  /** Of the server. */
  readonly host: string;
  /** A Chromium on the page's side. */
  readonly browser: string;
  /** The command that runs something on the server's side. */
  onServerSide(command: readonly string[]): readonly string[];
  /** Sets what lies between. The same seed loses the same packets. */
  shape(path: Path, seed: number): Promise<void>;
  close(): void;
}

export const loopback: Network = {
  host: '127.0.0.1',
  browser: chromium.executablePath,
  onServerSide: (command) => command,
  shape: () => Promise.resolve(),
  close: () => {},
};

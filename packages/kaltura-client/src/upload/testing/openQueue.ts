import { createUploadQueue } from '../createUploadQueue.ts';
import { createPageLocks } from '../FileLocks.ts';
import type { UploadItem } from '../UploadItem.ts';
import type { UploadNews, UploadQueue, UploadQueueOptions } from '../UploadQueue.ts';
import { createMemoryUploadRecords, type UploadRecords } from '../UploadRecords.ts';
import type { Uploads } from './startUploads.ts';

/** A tab of the browser: what it shares with other tabs, and with itself after a reload, is handed in. */
export interface Tab {
  queue: UploadQueue;
  news: UploadNews[];
  /** Adds files that are accepted; answers their ids. */
  add(...files: File[]): Promise<string[]>;
  item(id: string): UploadItem;
  /** Resolves with the item as soon as the condition holds. */
  until(id: string, condition: (item: UploadItem) => boolean): Promise<UploadItem>;
  statuses(): string[];
}

export interface Browser {
  records: UploadRecords;
  open(options?: Partial<UploadQueueOptions>): Tab;
}

/** Tabs that share records and locks. */
export function openBrowser(uploads: Pick<Uploads, 'environment' | 'clock'>): Browser {
  const records = createMemoryUploadRecords(() => uploads.clock.now());
  const locks = createPageLocks();
  const scope = { hubId: 'atelier', userId: 'ada@uni.example' };
  return {
    records,
    open: (options) => openTab({ ...uploads.environment, records, locks, scope, ...options }),
  };
}

function openTab(options: UploadQueueOptions): Tab {
  const news: UploadNews[] = [];
  const queue = createUploadQueue({ onNews: (one) => void news.push(one), ...options });
  const find = (id: string): UploadItem | undefined => queue.store.getState().items.find((item) => item.id === id);
  const item = (id: string): UploadItem => {
    const found = find(id);
    if (!found) throw new TypeError(`There is no upload ${id}`);
    return found;
  };
  return {
    queue,
    news,
    item,
    async add(...files) {
      const added = await queue.add(files);
      return added.map((one) => {
        if (!one.ok) throw new TypeError(`${one.fileName} was refused: ${one.refusal}`);
        return one.id;
      });
    },
    until: (id, condition) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = find(id);
          if (!found || !condition(found)) return;
          stop();
          resolve(found);
        };
        const stop = queue.store.subscribe(check);
        check();
      }),
    statuses: () => queue.store.getState().items.map(({ status }) => status),
  };
}

export const isSending = ({ status }: UploadItem): boolean => status === 'uploading';
export const isReady = ({ status }: UploadItem): boolean => status === 'ready';
export const isFailed = ({ status }: UploadItem): boolean => status === 'failed';
/** Ready, and it is known whether DASH streams it. */
export const isVerified = ({ status, dash }: UploadItem): boolean => status === 'ready' && dash !== 'pending';

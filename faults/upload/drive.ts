import type { UploadItem } from '../../packages/kaltura-client/src/upload/UploadItem.ts';
import type { Tab } from '../../packages/kaltura-client/src/upload/testing/openQueue.ts';
import { turns } from './strikes.ts';
import type { World } from './world.ts';

/** What a person does in the middle of an upload. */
export type Interruption = 'reload' | 'pause' | 'cancel' | 'leave' | 'second tab' | 'hand over';

export interface Drive {
  /** Lets the person do it; resolves when it is done. */
  interrupt: (what: Interruption) => Promise<void>;
  /** Walks to the end; answers how it ended and how often a person had to press Retry. */
  run: (file: File, pick?: () => File) => Promise<Driven>;
}

export interface Driven {
  item: UploadItem | null;
  retries: number;
  /** The entry that a second tab shows for the same file, where there was one. */
  secondTab: UploadItem | null;
}

/** More than a person would. */
const MAX_RETRIES = 3;
/** Turns of the event loop after which nothing is going on any more; time is virtual, so a real wait means a defect. */
const PATIENCE_MS = 20_000;

const isOver = ({ status, dash, problem }: UploadItem): boolean =>
  (status === 'ready' && dash !== 'pending') ||
  status === 'failed' ||
  status === 'cancelled' ||
  (status === 'paused' && problem !== null);

/** A person at the screen of a page that uploads one file. */
export function createDrive(world: World): Drive {
  const queued: Interruption[] = [];
  let wake: (() => void) | null = null;
  let done: (() => void)[] = [];
  const next = async (): Promise<Interruption> => {
    for (;;) {
      const what = queued.shift();
      if (what !== undefined) return what;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };

  function tellAll(): void {
    for (const tell of done) tell();
    done = [];
  }

  async function openAgain(file: File): Promise<{ tab: Tab; id: string }> {
    const tab = world.browser.open();
    await tab.queue.restore();
    const [item] = tab.queue.store.getState().items;
    if (!item) return { tab, id: (await tab.add(file))[0] ?? '' };
    if (item.status === 'paused' && !(await tab.queue.chooseFile(item.id, file))) {
      throw new Error('The file was not recognised after a reload');
    }
    return { tab, id: item.id };
  }

  /** Another tab with the same file; resolves when it waits for the first one. */
  async function openBeside(file: File): Promise<{ tab: Tab; id: string }> {
    const tab = world.browser.open();
    const [id = ''] = await tab.add(file);
    await inTime(
      tab.until(id, ({ status, waitingFor }) => waitingFor !== null || status !== 'detecting'),
      tab,
    );
    return { tab, id };
  }

  return {
    interrupt: (what) =>
      new Promise((resolve) => {
        queued.push(what);
        done.push(resolve);
        wake?.();
      }),
    async run(file, pick = () => file) {
      let tab = world.browser.open();
      let [id = ''] = await tab.add(file);
      let second: { tab: Tab; id: string } | null = null;
      let retries = 0;
      let waiting: Promise<Interruption> | null = null;
      for (;;) {
        waiting ??= next();
        const event = await inTime(Promise.race([tab.until(id, isOver).then(() => 'over' as const), waiting]), tab);
        if (event !== 'over') waiting = null;
        switch (event) {
          case 'over': {
            const item = tab.item(id);
            const mayGoOn = item.status === 'paused' || (item.status === 'failed' && item.problem?.retriable === true);
            if (mayGoOn && retries < MAX_RETRIES) {
              retries += 1;
              if (item.status === 'paused') tab.queue.resume(id);
              else tab.queue.retry(id);
              break;
            }
            tab.queue.forget([id]);
            const secondTab = second && (await inTime(second.tab.until(second.id, isOver), second.tab));
            if (second) second.tab.queue.forget([second.id]);
            await turns(30);
            return { item, retries, secondTab };
          }
          case 'reload':
            tab.queue.close();
            ({ tab, id } = await openAgain(pick()));
            break;
          case 'leave': {
            tab.queue.close();
            tab = world.browser.open();
            await tab.queue.restore();
            await Promise.all(tab.queue.store.getState().items.map((item) => tab.queue.cancel(item.id)));
            tellAll();
            await turns(30);
            return { item: null, retries, secondTab: null };
          }
          case 'pause':
            tab.queue.pause(id);
            await turns(5);
            tab.queue.resume(id);
            break;
          case 'cancel':
            await inTime(tab.queue.cancel(id), tab);
            tellAll();
            return { item: null, retries, secondTab: null };
          case 'second tab':
            second = await openBeside(pick());
            break;
          case 'hand over': {
            const heir = await openBeside(pick());
            tab.queue.close();
            ({ tab, id } = heir);
            break;
          }
        }
        tellAll();
      }
    },
  };
}

async function inTime<TResult>(work: Promise<TResult>, tab: Tab): Promise<TResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const stuck = tab.queue.store.getState().items.map(({ status, waitingFor }) => `${status}/${waitingFor}`);
      reject(new Error(`It stands still: ${stuck.join(', ')}`));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

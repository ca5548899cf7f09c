import { isActive, type UploadQueue } from '@spaces-kaltura/client/upload';

/** Makes the browser ask before it leaves a page in which something is being uploaded. Answers how to stop. */
export function guardLeaving({ store }: UploadQueue): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  const stop = (): void => window.removeEventListener('beforeunload', ask);
  const look = (): void => {
    // A page that always asks is a page that people learn to ignore, and one that the browser does not keep for "back".
    if (store.getState().items.some(isActive)) window.addEventListener('beforeunload', ask);
    else stop();
  };
  look();
  const unsubscribe = store.subscribe(look);
  return () => {
    unsubscribe();
    stop();
  };
}

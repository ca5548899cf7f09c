import { useSyncExternalStore } from 'react';

/** The path in the address bar, and a way to another one. */
export function useAddress(): { path: string; go: (path: string) => void } {
  return { path: useSyncExternalStore(listen, () => location.pathname), go };
}

function go(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

function listen(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}

import { useSyncExternalStore } from 'react';

/** The id of the space in the address bar (`/spaces/<id>`), and a way to go to another one. */
export function useSpaceAddress(): { spaceId: string | null; go: (spaceId: string) => void } {
  const path = useSyncExternalStore(listen, () => location.pathname);
  return {
    spaceId: /^\/spaces\/([^/]+)$/.exec(path)?.[1] ?? null,
    go(spaceId) {
      history.pushState(null, '', `/spaces/${spaceId}`);
      dispatchEvent(new PopStateEvent('popstate'));
    },
  };
}

function listen(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  return () => removeEventListener('popstate', onChange);
}

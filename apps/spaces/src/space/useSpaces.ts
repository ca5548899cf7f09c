import { useEffect, useState } from 'react';
import { hostApi } from '../host/hostApi.ts';
import type { NewItem, Space } from '../host/wire.ts';

export interface Spaces {
  status: 'loading' | 'ready' | 'failed';
  spaces: readonly Space[];
  problem: string | null;
  /** Hangs works in a space and answers what hangs there now. Throws {@link HostError}. */
  hang: (space: string, items: NewItem[]) => Promise<Space>;
  /** Takes one work down. Throws {@link HostError}. */
  takeDown: (space: string, item: string) => Promise<Space>;
}

/** The spaces of the signed-in person's hub, as the host server keeps them. */
export function useSpaces(): Spaces {
  const [state, setState] = useState<Pick<Spaces, 'status' | 'spaces' | 'problem'>>({
    status: 'loading',
    spaces: [],
    problem: null,
  });

  useEffect(() => {
    const controller = new AbortController();
    hostApi.spaces(controller.signal).then(
      (spaces) => setState({ status: 'ready', spaces, problem: null }),
      (error: Error) => {
        if (!controller.signal.aborted) setState({ status: 'failed', spaces: [], problem: error.message });
      },
    );
    return () => controller.abort();
  }, []);

  const keep = (space: Space): Space => {
    setState((now) => ({
      ...now,
      spaces: now.spaces.map((other) => (other.id === space.id ? { ...space, items: sameItems(other, space) } : other)),
    }));
    return space;
  };
  return {
    ...state,
    hang: async (space, items) => keep(await hostApi.hang(space, items)),
    takeDown: async (space, item) => keep(await hostApi.takeDown(space, item)),
  };
}

/** A placed work never changes: the object that is shown already stays, so that nothing is asked or drawn again. */
function sameItems(shown: Space, now: Space): Space['items'] {
  const known = new Map(shown.items.map((item) => [item.id, item]));
  return now.items.map((item) => known.get(item.id) ?? item);
}

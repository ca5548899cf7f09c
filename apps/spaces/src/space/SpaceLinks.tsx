import { useEffect, useRef, type MouseEvent } from 'react';
import type { Space } from '../host/wire.ts';

/** The spaces of a hub, in a row that scrolls where it is narrow. The one we are in is always in view. */
export function SpaceLinks({
  spaces,
  current,
  onGo,
}: {
  spaces: readonly Space[];
  current: string | undefined;
  onGo: (space: string) => void;
}) {
  const row = useRef<HTMLElement>(null);
  const at = spaces.findIndex(({ id }) => id === current);
  useEffect(() => {
    row.current?.children[at]?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [at]);

  const go = (event: MouseEvent, space: string): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onGo(space);
  };
  return (
    <nav ref={row} className="bar__spaces" aria-label="Spaces of this hub">
      {spaces.map(({ id, name }) => (
        <a
          key={id}
          href={`/spaces/${id}`}
          aria-current={id === current ? 'page' : undefined}
          onClick={(event) => go(event, id)}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

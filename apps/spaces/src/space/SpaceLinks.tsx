import { useEffect, useRef } from 'react';
import { PageLink } from '../host/PageLink.tsx';
import type { Space } from '../host/wire.ts';

/** The spaces of a hub, in a row that scrolls where it is narrow. The one we are in is always in view. */
export function SpaceLinks({
  spaces,
  current,
  onGo,
}: {
  spaces: readonly Space[];
  current: string | undefined;
  onGo: (path: string) => void;
}) {
  const row = useRef<HTMLElement>(null);
  const at = spaces.findIndex(({ id }) => id === current);
  useEffect(() => {
    row.current?.children[at]?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [at]);

  return (
    <nav ref={row} className="bar__spaces" aria-label="Spaces of this hub">
      {spaces.map(({ id, name }) => (
        <PageLink key={id} path={`/spaces/${id}`} current={id === current} onGo={onGo}>
          {name}
        </PageLink>
      ))}
    </nav>
  );
}

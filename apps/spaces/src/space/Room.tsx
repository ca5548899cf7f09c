import { useEffect, useRef } from 'react';
import type { Space } from '../host/wire.ts';
import { useRoomWalk } from './useRoomWalk.ts';
import { Work } from './Work.tsx';

/** A space as a room: one long wall to walk along, works hung at eye level, a floor below. */
export function Room({
  space,
  newest,
  onAdd,
  onTakeDown,
}: {
  space: Space;
  newest: string | null;
  onAdd: () => void;
  onTakeDown: (item: string, title: string) => void;
}) {
  const wall = useRef<HTMLDivElement>(null);
  const { atStart, atEnd, walk } = useRoomWalk(wall, space.items.length);

  useEffect(() => {
    if (newest === null) return;
    const work = wall.current?.querySelector<HTMLElement>(`[data-work="${newest}"]`);
    work?.scrollIntoView({ block: 'nearest', inline: 'center' });
    work?.focus({ preventScroll: true });
  }, [newest]);

  return (
    <main className="room" aria-labelledby="space-name">
      <header className="room__header">
        <div>
          <h1 id="space-name">{space.name}</h1>
          <p>{space.about}</p>
        </div>
        <button type="button" className="button button--primary" onClick={onAdd} aria-haspopup="dialog">
          <span aria-hidden="true" className="plus" />
          Add media
        </button>
      </header>
      <div className="room__scene">
        <section ref={wall} className="wall" aria-label="The wall" tabIndex={-1}>
          {space.items.length === 0 ? (
            <div className="wall__empty">
              <span className="wall__ghost" aria-hidden="true" />
              <span className="wall__ghost" aria-hidden="true" />
              <span className="wall__ghost" aria-hidden="true" />
              <p>Nothing hangs here yet.</p>
            </div>
          ) : (
            <ul className="wall__works">
              {space.items.map((item) => (
                <Work
                  key={item.id}
                  item={item}
                  isNew={item.id === newest}
                  onTakeDown={(title) => {
                    onTakeDown(item.id, title);
                    wall.current?.focus({ preventScroll: true });
                  }}
                />
              ))}
            </ul>
          )}
        </section>
        <div className="floor" aria-hidden="true" />
        <div className="room__walk" hidden={atStart && atEnd}>
          <button type="button" className="walk" disabled={atStart} onClick={() => walk(-1)}>
            <span aria-hidden="true">‹</span>
            <span className="visually-hidden">Walk left</span>
          </button>
          <button type="button" className="walk" disabled={atEnd} onClick={() => walk(1)}>
            <span aria-hidden="true">›</span>
            <span className="visually-hidden">Walk right</span>
          </button>
        </div>
      </div>
    </main>
  );
}

import { useEffect, useState, type RefObject } from 'react';

/** Walking along a wall: where we stand, and steps of most of a screen. A plain mouse wheel walks, too. */
export function useRoomWalk(
  wall: RefObject<HTMLElement | null>,
  works: number,
): { atStart: boolean; atEnd: boolean; walk: (direction: -1 | 1) => void } {
  const [place, setPlace] = useState({ atStart: true, atEnd: true });

  useEffect(() => {
    const element = wall.current;
    if (element === null || works === 0) return undefined;
    const look = (): void => {
      const atStart = element.scrollLeft <= 1;
      const atEnd = element.scrollLeft + element.clientWidth >= element.scrollWidth - 1;
      setPlace((now) => (now.atStart === atStart && now.atEnd === atEnd ? now : { atStart, atEnd }));
    };
    const wheel = (event: WheelEvent): void => {
      if (event.deltaX !== 0 || event.ctrlKey || element.scrollWidth <= element.clientWidth) return;
      event.preventDefault();
      element.scrollLeft += event.deltaY;
    };
    const resized = new ResizeObserver(look);
    for (const box of [element, ...element.children]) resized.observe(box);
    element.addEventListener('scroll', look, { passive: true });
    element.addEventListener('wheel', wheel, { passive: false });
    look();
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
      element.removeEventListener('wheel', wheel);
    };
  }, [wall, works]);

  return {
    ...place,
    walk(direction) {
      const element = wall.current;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element?.scrollBy({ left: direction * element.clientWidth * 0.8, behavior: calm ? 'auto' : 'smooth' });
    },
  };
}

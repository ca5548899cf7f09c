/** What one frame of scrolling looked like. */
export interface ScrollFrames {
  /** Milliseconds between frames, in order. */
  readonly frames: number[];
  /** Points of the viewport at which there was no card, of all that were looked at. */
  readonly blank: number;
  readonly looked: number;
}

/** Runs in the page: scrolls at a steady speed for so long; with `look`, sees whether there are cards everywhere. */
export async function scroll({
  pixelsPerSecond,
  seconds,
  look,
}: {
  pixelsPerSecond: number;
  seconds: number;
  look: boolean;
}): Promise<ScrollFrames> {
  const viewport = document.querySelector('.sk-viewport') as HTMLElement;
  const { left, top, width, height } = viewport.getBoundingClientRect();
  const frames: number[] = [];
  let [blank, looked] = [0, 0];
  viewport.scrollTop = 0;
  await new Promise<void>((resolve) => {
    let began = 0;
    let before = 0;
    const step = (now: number): void => {
      began ||= now;
      if (before > 0) frames.push(now - before);
      before = now;
      // What the last frame showed, before it is moved on.
      if (look && frames.length > 0) {
        for (const [x, y] of [
          [0.1, 0.2],
          [0.5, 0.5],
          [0.9, 0.8],
        ] as const) {
          // Between two cards there is a gap: a little to the side there is a card, if there is any.
          const at = [0, 14].some((aside) =>
            document.elementFromPoint(left + width * x + aside, top + height * y + aside)?.closest('.sk-card'),
          );
          looked += 1;
          if (!at) blank += 1;
        }
      }
      viewport.scrollTop = ((now - began) / 1000) * pixelsPerSecond;
      if (now - began >= seconds * 1000) resolve();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  return { frames, blank, looked };
}

/** Where a range began and how far it reaches now; both are positions among the entries. */
export interface SelectionRange {
  anchor: number;
  end: number;
}

/**
 * What changes when a range is drawn to another end: the positions that join and, when it shrinks or turns around its
 * anchor, those that leave.
 */
export function extendRange(
  { anchor, end }: SelectionRange,
  newEnd: number,
): { joining: readonly number[]; leaving: readonly number[] } {
  const before = positions(anchor, end);
  const after = positions(anchor, newEnd);
  const wasInside = new Set(before);
  const isInside = new Set(after);
  return {
    joining: after.filter((position) => !wasInside.has(position) || position === anchor),
    leaving: before.filter((position) => !isInside.has(position)),
  };
}

function positions(from: number, to: number): number[] {
  const first = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => first + step);
}

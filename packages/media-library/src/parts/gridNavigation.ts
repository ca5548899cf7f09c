/** Where a grid of `count` entries in rows of `columns` stands. */
export interface GridPosition {
  index: number;
  count: number;
  columns: number;
  /** Rows that fit into view, for PageUp and PageDown. */
  pageRows: number;
  rtl: boolean;
}

export interface GridKey {
  key: string;
  ctrlKey: boolean;
}

/**
 * The entry a key leads to, by the APG grid pattern; null for a key that does not navigate. Left and right go on in
 * the neighbouring row, as reading does; down from a full row above a short last one lands on the last entry.
 */
export function nextIndex({ key, ctrlKey }: GridKey, position: GridPosition): number | null {
  const { index, count, columns, pageRows, rtl } = position;
  const last = count - 1;
  const rowStart = index - (index % columns);
  const lastRowStart = last - (last % columns);
  const up = (rows: number): number => index - columns * Math.min(rows, Math.floor(index / columns));
  const down = (rows: number): number => {
    const target = index + columns * Math.min(rows, (lastRowStart - rowStart) / columns);
    return Math.min(target, last);
  };
  switch (key) {
    case 'ArrowRight':
      return clamp(index + (rtl ? -1 : 1), last);
    case 'ArrowLeft':
      return clamp(index + (rtl ? 1 : -1), last);
    case 'ArrowDown':
      return down(1);
    case 'ArrowUp':
      return up(1);
    case 'PageDown':
      return down(pageRows);
    case 'PageUp':
      return up(pageRows);
    case 'Home':
      return ctrlKey ? 0 : rowStart;
    case 'End':
      return ctrlKey ? last : Math.min(rowStart + columns - 1, last);
    default:
      return null;
  }
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(index, last));
}

'use client';
import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useLayoutEffect,
  useRef,
  type MemoExoticComponent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { GridMetrics } from './useGridMetrics.ts';

export interface VirtualRowsProps {
  viewport: RefObject<HTMLElement | null>;
  metrics: GridMetrics;
  rowCount: number;
  /** The row with the cell that Tab reaches: it is always there, however far away, so the focus is never lost. */
  keptRow: number;
  renderRow: (row: number) => ReactNode;
}

/** The rows in sight and one more on either side, in a box as tall as all of them. */
export function VirtualRows({ viewport, metrics, rowCount, keptRow, renderRow }: VirtualRowsProps): ReactElement {
  const { columns, rowHeight, gap } = metrics;
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    gap,
    overscan: 1,
    rangeExtractor: useCallback(
      (range: Range) => {
        const rows = defaultRangeExtractor(range);
        if (keptRow < rowCount && !rows.includes(keptRow)) rows.push(keptRow);
        return rows.sort((a, b) => a - b);
      },
      [keptRow, rowCount],
    ),
  });

  // Another row height or another number of columns: the entry at the top stays at the top.
  const previous = useRef(metrics);
  useLayoutEffect(() => {
    const old = previous.current;
    previous.current = metrics;
    if (old === metrics) return;
    virtualizer.measure();
    const scroller = viewport.current;
    if (scroller === null || scroller.scrollTop === 0) return;
    const topRow = Math.floor((Math.round(scroller.scrollTop / (old.rowHeight + old.gap)) * old.columns) / columns);
    scroller.scrollTop = topRow * (rowHeight + gap);
  }, [metrics, columns, rowHeight, gap, viewport, virtualizer]);

  return (
    <div className="sk-rows" role="rowgroup" style={{ blockSize: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => (
        <VirtualRow key={item.index} start={item.start} row={item.index} renderRow={renderRow} />
      ))}
    </div>
  );
}

interface VirtualRowProps extends Pick<VirtualRowsProps, 'renderRow'> {
  row: number;
  start: number;
}

/** While one scrolls only the rows that come into sight are rendered: the others are as they were. */
const VirtualRow: MemoExoticComponent<(props: VirtualRowProps) => ReactElement> = memo(function VirtualRow({
  row,
  start,
  renderRow,
}: VirtualRowProps): ReactElement {
  return (
    <div className="sk-virtual-row" role="presentation" style={{ transform: `translateY(${start}px)` }}>
      {renderRow(row)}
    </div>
  );
});

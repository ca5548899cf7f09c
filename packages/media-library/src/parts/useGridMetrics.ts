'use client';
import { useCallback, useState, type RefCallback } from 'react';

/** What the style sheet made of the grid, in CSS pixels. */
export interface GridMetrics {
  columns: number;
  rowHeight: number;
  gap: number;
}

/**
 * Reads columns, row height and gap off a hidden sample row, when it appears and whenever it changes: the width of the
 * tab, the reader's font size and zoom, a host's `--sk-card-min`. The style sheet alone decides them.
 * Undefined before the first look; null while there is nothing to measure, as in a closed tab.
 */
export function useGridMetrics(): [GridMetrics | null | undefined, RefCallback<HTMLElement>] {
  const [metrics, setMetrics] = useState<GridMetrics | null>();

  // Runs before the first paint, so the grid is never seen without its metrics.
  const sampleRef = useCallback((sample: HTMLElement | null) => {
    if (sample === null) return undefined;
    const measure = (): void => {
      const next = readMetrics(sample);
      setMetrics((previous) => (isSame(previous, next) ? previous : next));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(sample);
    return () => observer.disconnect();
  }, []);

  return [metrics, sampleRef];
}

function readMetrics(sample: HTMLElement): GridMetrics | null {
  const rowHeight = sample.getBoundingClientRect().height;
  if (rowHeight === 0) return null;
  const style = getComputedStyle(sample);
  return {
    columns: style.gridTemplateColumns.split(' ').length,
    rowHeight,
    gap: Number.parseFloat(style.rowGap) || 0,
  };
}

function isSame(one: GridMetrics | null | undefined, other: GridMetrics | null): boolean {
  if (!one || !other) return one === other;
  return one.columns === other.columns && one.rowHeight === other.rowHeight && one.gap === other.gap;
}

/** One metric as Prometheus understands it. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  samples(): Iterable<Sample>;
}

export interface Sample {
  /** `_bucket`, `_sum`, `_count` of a histogram. */
  readonly suffix?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The names of a metric's labels, each with all the values it may have. Any other value is counted as `other`. */
export type LabelSet = Readonly<Record<string, readonly string[]>>;

export interface Cells<TCell> {
  /** The cell for these values, in the order of the labels. */
  at(...values: string[]): TCell;
  entries(): Iterable<[labels: Record<string, string>, cell: TCell]>;
}

/**
 * Cells by label values. However many different texts come in, there are no more cells than the sets of values allow: neither
 * hubs nor people nor what a stranger sends can become a label.
 */
export function createCells<TCell>(labels: LabelSet, create: () => TCell): Cells<TCell> {
  const names = Object.keys(labels);
  const allowed = Object.values(labels).map((values) => new Set(values));
  const cells = new Map<string, { labels: Record<string, string>; cell: TCell }>();

  function close(values: readonly string[]): TCell {
    const closed = allowed.map((set, index) => (set.has(values[index] ?? '') ? (values[index] ?? '') : 'other'));
    const key = closed.join('\n');
    const known = cells.get(key);
    if (known) return known.cell;
    const cell = create();
    cells.set(key, { labels: Object.fromEntries(names.map((name, index) => [name, closed[index] ?? ''])), cell });
    return cell;
  }

  return {
    at: (...values) => cells.get(values.join('\n'))?.cell ?? close(values),
    *entries() {
      for (const { labels, cell } of cells.values()) yield [labels, cell];
    },
  };
}

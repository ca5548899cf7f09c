/** The names of a metric's labels, each with all the values it may have. Any other value is counted as `other`. */
export type LabelSet = Readonly<Record<string, readonly string[]>>;

/**
 * Binds a metric's child for every combination of label values, once; gives the child for values in the order of the labels.
 * However many different texts come in, there are no more children than that: neither hubs nor people nor what a stranger sends
 * can become a label.
 */
export function bindChildren<TChild>(
  labels: LabelSet,
  bind: (labels: Record<string, string>) => TChild,
): (...values: string[]) => TChild {
  const [first, ...others] = Object.entries(labels);
  if (first === undefined) {
    const child = bind({});
    return () => child;
  }
  const [name, values] = first;
  const branch = (value: string): ((...values: string[]) => TChild) =>
    bindChildren(Object.fromEntries(others), (rest) => bind({ [name]: value, ...rest }));
  const branches = new Map(values.map((value) => [value, branch(value)]));
  const other = branch('other');
  return (value = '', ...rest) => (branches.get(value) ?? other)(...rest);
}

/** Holds the latest of a value that changes with every render, for callbacks that run later. */
export interface Latest<TValue> {
  readonly get: () => TValue;
  readonly set: (value: TValue) => void;
}

export function createLatest<TValue>(value: TValue): Latest<TValue> {
  let latest = value;
  return {
    get: () => latest,
    set(next) {
      latest = next;
    },
  };
}

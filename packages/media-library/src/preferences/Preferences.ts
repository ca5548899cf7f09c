/** A few small choices that outlive the page, such as grid or list. Holds no media and nothing secret. */
export interface Preferences {
  readonly get: (name: string) => string | null;
  readonly set: (name: string, value: string) => void;
}

/** Remembers nothing: on a server, or where a host does not want storage to be used. */
export const noPreferences: Preferences = { get: () => null, set: () => {} };

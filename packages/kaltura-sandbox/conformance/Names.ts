/**
 * What the recorded server called things, and what this one calls them: ids, KS strings, App Token secrets. Learned from answers as they come,
 * and used in every request afterwards.
 */
export class Names {
  readonly #known = new Map<string, string>();

  get(recorded: string): string | undefined {
    return this.#known.get(recorded);
  }

  /** False when it is already called something else. */
  learn(recorded: string, actual: string): boolean {
    const known = this.#known.get(recorded);
    if (known !== undefined) return known === actual;
    this.#known.set(recorded, actual);
    return true;
  }

  /** Puts this server's ids where the recorded ones stand. */
  translate(text: string): string {
    return text.replaceAll(idPattern, (id) => this.#known.get(id) ?? id);
  }
}

/** Ids of objects and of upload tokens. */
export const idPattern: RegExp = /(?<![a-z0-9])[01]_(?:[0-9a-f]{32}|[a-z0-9]{8})(?![a-z0-9])/g;

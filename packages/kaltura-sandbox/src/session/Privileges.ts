/** The privileges a session carries, by name, each with its values (`edit:0_a/0_b` has two). */
export class Privileges {
  readonly text: string;
  readonly #values = new Map<string, string[]>();

  constructor(text: string) {
    this.text = text;
    for (const item of text.split(',')) {
      const [name = '', ...rest] = item.split(':');
      const value = rest.join(':');
      if (name !== '')
        this.#values.set(name, [...(this.#values.get(name) ?? []), ...(value === '' ? [] : value.split('/'))]);
    }
  }

  names(): string[] {
    return [...this.#values.keys()];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The whole value as it was written, e.g. `/api_v3/service/*` of `urirestrict`. */
  value(name: string): string | undefined {
    return this.#values.get(name)?.join('/');
  }

  /**
   * Whether the privilege is there with this value or `*`. The catch-all `*` and `all:*` work only when they are all there is,
   * so never in a session from an app token.
   */
  allows(name: string, value = '*'): boolean {
    if (this.text === '*' || this.text === 'all:*') return true;
    const values = this.#values.get(name);
    return values !== undefined && (values.includes('*') || values.includes(value));
  }
}

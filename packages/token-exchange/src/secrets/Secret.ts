import { inspect } from 'node:util';

const shown = '[secret]';

/**
 * A text that must not be printed: an App Token, a KS, a token hash. Every way of turning it into text by accident
 * (templates, JSON, console, inspect) gives `[secret]`; only `reveal()` gives the text.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [Symbol.toPrimitive](): string {
    return shown;
  }

  static {
    Object.defineProperty(this.prototype, inspect.custom, { value: () => shown });
  }
}

import { inspect } from 'node:util';

const REDACTED = '[secret]';

/**
 * A value that must never be printed. Every way a program accidentally writes a value down (string, JSON, inspect, template)
 * answers `[secret]`; only `reveal()` gives the value, so that a search for that word lists every place that sees one.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}

import { inspect } from 'node:util';
import type { Log } from '#workflow/ports/log.ts';

interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** Keeps every line, so that a test can say what was logged and what never was. */
export class CollectingLog implements Log {
  readonly lines: Line[] = [];

  info(fields: Line['fields'], message: string): void {
    this.lines.push({ level: 'info', fields, message });
  }
  warn(fields: Line['fields'], message: string): void {
    this.lines.push({ level: 'warn', fields, message });
  }
  error(fields: Line['fields'], message: string): void {
    this.lines.push({ level: 'error', fields, message });
  }

  messages(level?: Line['level']): readonly string[] {
    return this.lines.filter((line) => level === undefined || line.level === level).map(({ message }) => message);
  }

  /** Everything of every line, errors with their causes and stacks included. */
  text(): string {
    return inspect(this.lines, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null });
  }
}

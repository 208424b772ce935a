import { LogLevel, type Logger } from '@slack/bolt';
import { oneLine } from '#domain/printable.ts';
import { scrub } from '#domain/raw-key.ts';
import type { Log } from '#workflow/ports/log.ts';

/**
 * Slack's SDK writes request and response bodies into its debug lines and sometimes into warnings. Debug and info go nowhere; of a
 * warning or error only the first text is kept, cut and scrubbed.
 */
export function sdkLogger(log: Log): Logger {
  const text = (parts: readonly unknown[]): string => {
    const [first] = parts;
    return scrub(oneLine(first instanceof Error ? first.message : String(first), 200));
  };
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn({ sdk: text(parts) }, 'The Slack SDK warns'),
    error: (...parts: unknown[]) => log.error({ sdk: text(parts) }, 'The Slack SDK reports an error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/** For the client that shows a secret: its answers echo the view, so it must not be able to write at all. */
export function silentLogger(): Logger {
  const nothing = (): void => {};
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  };
}

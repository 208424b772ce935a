import { pino } from 'pino';
import { scrub } from '#domain/raw-key.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { LogLevel } from './house-settings.ts';
import { redact } from './redact.ts';

/** Where lines go; the process's standard output unless a test looks on. */
export interface LogTarget {
  write(line: string): void;
}

// JSON escapes what ends a line for a parser, but not what ends or rewrites one for a terminal or an older log collector.
const LINE_TRICKS = /[\u007F-\u009F\u2028\u2029]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * The process's log: one JSON line an event, with `requestId` and the like as fields. Three sieves keep secrets out, each for what the
 * one before cannot see: `Secret` prints itself as `[secret]`, `redact` knows the names under which credentials travel at any depth,
 * and the finished line is searched for the shapes of credentials.
 */
export function openLog(level: LogLevel, to?: LogTarget): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => redact(fields),
    },
    // Ours describes errors without the extra properties that HTTP libraries hang on them; pino's own would copy these.
    serializers: { err: (value: unknown) => value },
    hooks: { streamWrite: (line: string) => scrub(line).replace(LINE_TRICKS, escaped) },
  };
  const logger = to === undefined ? pino(options) : pino(options, to);
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

import type { JsonRecord } from '../record.ts';

/** One Web API call as it arrived. The token is not among the arguments. */
export interface CallRecord {
  readonly method: string;
  readonly args: JsonRecord;
  readonly ok: boolean;
  /** Slack's error code, null when ok. */
  readonly error: string | null;
  readonly atMs: number;
}

export interface CallLedger {
  note(record: CallRecord): void;
  /** Oldest first, at most the newest 1 000. */
  records(): readonly CallRecord[];
  clear(): void;
}

/** A scenario makes a few hundred calls. */
const MAX_RECORDS = 1000;

export function createCallLedger(): CallLedger {
  const kept: CallRecord[] = [];
  return {
    note(record) {
      kept.push(record);
      if (kept.length > MAX_RECORDS) kept.shift();
    },
    records: () => [...kept],
    clear() {
      kept.length = 0;
    },
  };
}

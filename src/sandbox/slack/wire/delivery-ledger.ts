import type { Delivered } from './delivery.ts';

/** One request that Slack made to the app, exactly as it was sent: what a test needs to replay it. */
export interface DeliveryRecord {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delivered: Delivered;
}

export interface DeliveryLedger {
  note(record: DeliveryRecord): void;
  /** Oldest first, at most the newest 200. */
  records(): readonly DeliveryRecord[];
  clear(): void;
}

/** A test looks at the last few. */
const MAX_RECORDS = 200;

export function createDeliveryLedger(): DeliveryLedger {
  let kept: readonly DeliveryRecord[] = [];
  return {
    note(record) {
      kept = [...kept, record].slice(-MAX_RECORDS);
    },
    records: () => kept,
    clear() {
      kept = [];
    },
  };
}

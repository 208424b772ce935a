import type { JsonRecord } from '../record.ts';
import type { BlockJson, SeatState } from '../seat.ts';

export interface View {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  /** Whose screen it is on. */
  readonly userId: string;
  readonly callbackId: string;
  readonly externalId: string;
  readonly privateMetadata: string;
  readonly title: JsonRecord | null;
  readonly submit: JsonRecord | null;
  readonly close: JsonRecord | null;
  readonly blocks: readonly BlockJson[];
  readonly clearOnClose: boolean;
  readonly notifyOnClose: boolean;
  readonly rootViewId: string;
  readonly previousViewId: string | null;
  /** What stands in the fields, as far as Slack was told. */
  readonly state: SeatState;
  /** What the last submission was answered, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

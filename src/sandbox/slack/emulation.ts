import type { Behaviour } from './behaviour.ts';
import type { Workspace } from './state/workspace.ts';
import type { CallLedger } from './web/call-ledger.ts';
import type { Faults } from './web/faults.ts';
import type { RateLimiter } from './web/rate-limits.ts';
import type { Delivery } from './wire/delivery.ts';
import type { SocketDelivery } from './wire/socket-delivery.ts';

/** One running emulated Slack, as its parts see it. */
export interface Emulation {
  /** The workspace as of now; a reset puts a fresh one in its place. */
  workspace: Workspace;
  readonly behaviour: Behaviour;
  readonly tokens: { readonly bot: string; readonly app: string };
  readonly delivery: Delivery;
  /** Set in Socket Mode only. */
  readonly sockets: SocketDelivery | null;
  readonly calls: CallLedger;
  readonly faults: Faults;
  readonly limiter: RateLimiter;
  /** Event redeliveries that have not happened yet. */
  readonly retryTimers: Set<NodeJS.Timeout>;
}

import type { StoredInput } from '#operations/field.ts';
import type { Ask, Operation } from '#operations/operation.ts';
import type { CallContext } from './ports/vendor.ts';

/** For whom and for what an operation's needs are fetched. */
export interface Gathering {
  readonly operation: Operation;
  readonly ask: Ask<StoredInput>;
  readonly context: CallContext;
}

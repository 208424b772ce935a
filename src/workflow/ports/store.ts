import type { AuditReader, AuditWriter } from './audit.ts';
import type { CallLogWriter } from './call-log.ts';
import type { DebtReader, DebtWriter } from './debts.ts';
import type { DeskReader, DeskWriter } from './desk.ts';
import type { DirectoryReader, DirectoryWriter } from './directory.ts';
import type { FoundingReader, FoundingWriter } from './founding.ts';
import type { FreezeReader, FreezeWriter } from './freezes.ts';
import type { GroupReader, GroupWriter } from './groups.ts';
import type { HostAskReader, HostAskWriter } from './host-asks.ts';
import type { InboxWriter } from './inbox.ts';
import type { LeaseReader, LeaseWriter } from './leases.ts';
import type { MessageReader, MessageWriter } from './messages.ts';
import type { MetaReader, MetaWriter } from './meta.ts';
import type { OrderReader, OrderWriter } from './orders.ts';
import type { OutboxReader, OutboxWriter } from './outbox.ts';
import type { QuestionReader, QuestionWriter } from './questions.ts';
import type { PolicyReader, PolicyWriter } from './policies.ts';
import type { BindingReader, BindingWriter } from './bindings.ts';
import type { RequestReader, RequestWriter } from './requests.ts';
import type { RolloutReader, RolloutWriter } from './rollout.ts';
import type { StandingReader, StandingWriter } from './standings.ts';
import type { Sight, Viewer } from './sight.ts';
import type { StepUpReader, StepUpWriter } from './step-up.ts';
import type { SuggestionReader, SuggestionWriter } from './suggestions.ts';
import type { WatchReader, WatchWriter } from './watch.ts';

/** Everything that can be read, at any time. */
export interface Reading {
  /** For whatever a person is shown; the rest of this is for the bot’s own work. */
  seenBy(viewer: Viewer): Sight;
  readonly requests: RequestReader;
  readonly questions: QuestionReader;
  readonly suggestions: SuggestionReader;
  readonly audit: AuditReader;
  readonly orders: OrderReader;
  readonly outbox: OutboxReader;
  readonly messages: MessageReader;
  readonly freezes: FreezeReader;
  readonly rollout: RolloutReader;
  readonly debts: DebtReader;
  readonly stepUp: StepUpReader;
  readonly hostAsks: HostAskReader;
  readonly standings: StandingReader;
  readonly groups: GroupReader;
  readonly policies: PolicyReader;
  readonly people: BindingReader;
  readonly founding: FoundingReader;
  readonly leases: LeaseReader;
  readonly desk: DeskReader;
  readonly directory: DirectoryReader;
  readonly watch: WatchReader;
  readonly meta: MetaReader;
}

/** Writers exist only inside a transaction. */
export interface Writing {
  readonly requests: RequestWriter;
  readonly questions: QuestionWriter;
  readonly suggestions: SuggestionWriter;
  readonly audit: AuditWriter;
  readonly orders: OrderWriter;
  readonly outbox: OutboxWriter;
  readonly messages: MessageWriter;
  readonly inbox: InboxWriter;
  readonly freezes: FreezeWriter;
  readonly rollout: RolloutWriter;
  readonly debts: DebtWriter;
  readonly stepUp: StepUpWriter;
  readonly hostAsks: HostAskWriter;
  readonly standings: StandingWriter;
  readonly groups: GroupWriter;
  readonly policies: PolicyWriter;
  readonly people: BindingWriter;
  readonly founding: FoundingWriter;
  readonly leases: LeaseWriter;
  readonly desk: DeskWriter;
  readonly directory: DirectoryWriter;
  readonly watch: WatchWriter;
  readonly callLog: CallLogWriter;
  readonly meta: MetaWriter;
}

export interface Store {
  readonly read: Reading;
  /** All or nothing. The work must use `tx` only; a second transaction inside it is a bug. */
  transact<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

import type { AdditionsTable } from './additions.ts';
import type { AuditEntriesTable } from './audit-entries.ts';
import type { CallLogTable } from './call-log.ts';
import type { ConfidantsTable } from './confidants.ts';
import type { CursorsTable } from './cursors.ts';
import type { DebtsTable } from './debts.ts';
import type { DecisionsTable } from './decisions.ts';
import type { AnswerTimesTable, BystandersTable, DigestsTable, MentionsTable, RoundsTable } from './desk.ts';
import type { DirectoryListsTable } from './directory-lists.ts';
import type { EffectResourcesTable } from './effect-resources.ts';
import type { EffectsTable } from './effects.ts';
import type { EventsTable } from './events.ts';
import type { FindingsTable } from './findings.ts';
import type { FoundersTable } from './founders.ts';
import type { FreezesTable } from './freezes.ts';
import type { GroupMembersTable } from './group-members.ts';
import type { GroupsSeenTable } from './groups-seen.ts';
import type { HostAsksTable } from './host-asks.ts';
import type { InboxTable } from './inbox.ts';
import type { KnownKeysTable } from './known-keys.ts';
import type { KnownProjectsTable } from './known-projects.ts';
import type { KnownThingsTable } from './known-things.ts';
import type { KnownUsersTable } from './known-users.ts';
import type { LeasesTable } from './leases.ts';
import type { MessagesTable } from './messages.ts';
import type { MetaTable } from './meta.ts';
import type { OrderRefusalsTable, OrdersTable, OrderUsesTable } from './orders.ts';
import type { OutboxTable } from './outbox.ts';
import type { QuestionsTable } from './questions.ts';
import type { PeopleTable } from './people.ts';
import type { PeopleProposalsTable } from './people-proposals.ts';
import type { PoliciesTable } from './policies.ts';
import type { RequestsTable } from './requests.ts';
import type { RolloutWordsTable } from './rollout-words.ts';
import type {
  CodeFailuresTable,
  CodeSeedsTable,
  DecisionProofsTable,
  EnrolmentsTable,
  PasskeysTable,
  RecoveryCodesTable,
  TicketsTable,
} from './step-up.ts';

import type { StandingsTable } from './standings.ts';
import type { SuggestionsTable } from './suggestions.ts';
/**
 * Every table. Portable on purpose: ids are text, times are milliseconds in a whole number, JSON is text, yes and no are 1 and 0.
 */
export interface Database {
  requests: RequestsTable;
  confidants: ConfidantsTable;
  decisions: DecisionsTable;
  questions: QuestionsTable;
  suggestions: SuggestionsTable;
  effects: EffectsTable;
  effect_resources: EffectResourcesTable;
  audit_entries: AuditEntriesTable;
  outbox: OutboxTable;
  messages: MessagesTable;
  inbox: InboxTable;
  leases: LeasesTable;
  directory_lists: DirectoryListsTable;
  known_projects: KnownProjectsTable;
  known_users: KnownUsersTable;
  known_keys: KnownKeysTable;
  known_things: KnownThingsTable;
  cursors: CursorsTable;
  events: EventsTable;
  findings: FindingsTable;
  call_log: CallLogTable;
  freezes: FreezesTable;
  rollout_words: RolloutWordsTable;
  debts: DebtsTable;
  orders: OrdersTable;
  order_uses: OrderUsesTable;
  order_refusals: OrderRefusalsTable;
  decision_proofs: DecisionProofsTable;
  passkeys: PasskeysTable;
  code_seeds: CodeSeedsTable;
  code_failures: CodeFailuresTable;
  recovery_codes: RecoveryCodesTable;
  enrolments: EnrolmentsTable;
  tickets: TicketsTable;
  host_asks: HostAsksTable;
  stood_aside: BystandersTable;
  looks: BystandersTable;
  mentions: MentionsTable;
  rounds: RoundsTable;
  answer_times: AnswerTimesTable;
  digests: DigestsTable;
  additions: AdditionsTable;
  policies: PoliciesTable;
  founders: FoundersTable;
  meta: MetaTable;
  groups_seen: GroupsSeenTable;
  group_members: GroupMembersTable;
  people: PeopleTable;
  people_proposals: PeopleProposalsTable;
  standings: StandingsTable;
}

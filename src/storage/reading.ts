import type { Kysely } from 'kysely';
import type { Reading } from '#workflow/ports/store.ts';
import { createAuditReader } from './audit/reader.ts';
import { createDebtReader } from './debts/reader.ts';
import { createDeskReader } from './desk/reader.ts';
import { createDirectoryReader } from './directory/reader.ts';
import { createFoundingReader } from './founding/reader.ts';
import { createFreezeReader } from './freezes/reader.ts';
import { createGroupReader } from './groups/reader.ts';
import { createHostAskReader } from './host-asks/reader.ts';
import { createLeaseReader } from './leases/reader.ts';
import { createMessageReader } from './messages/reader.ts';
import { createMetaReader } from './meta/reader.ts';
import { createOrderReader } from './orders/reader.ts';
import { createOutboxReader } from './outbox/reader.ts';
import { createQuestionReader } from './questions/reader.ts';
import { createPolicyReader } from './policies/reader.ts';
import { createBindingReader } from './people/reader.ts';
import { createRequestReader } from './requests/reader.ts';
import { createRolloutReader } from './rollout/reader.ts';
import { createStandingReader } from './standings/reader.ts';
import { createStepUpReader } from './step-up/reader.ts';
import { createSuggestionReader } from './suggestions/reader.ts';
import type { Database } from './tables/database.ts';
import { createWatchReader } from './watch/reader.ts';

export function createReading(db: Kysely<Database>): Reading {
  return {
    seenBy: (viewer) => ({ requests: createRequestReader(db, viewer), audit: createAuditReader(db, viewer) }),
    requests: createRequestReader(db),
    questions: createQuestionReader(db),
    suggestions: createSuggestionReader(db),
    audit: createAuditReader(db),
    orders: createOrderReader(db),
    outbox: createOutboxReader(db),
    messages: createMessageReader(db),
    freezes: createFreezeReader(db),
    rollout: createRolloutReader(db),
    debts: createDebtReader(db),
    stepUp: createStepUpReader(db),
    hostAsks: createHostAskReader(db),
    standings: createStandingReader(db),
    groups: createGroupReader(db),
    policies: createPolicyReader(db),
    people: createBindingReader(db),
    founding: createFoundingReader(db),
    leases: createLeaseReader(db),
    desk: createDeskReader(db),
    directory: createDirectoryReader(db),
    watch: createWatchReader(db),
    meta: createMetaReader(db),
  };
}

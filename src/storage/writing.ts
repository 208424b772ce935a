import type { Transaction } from 'kysely';
import type { Writing } from '#workflow/ports/store.ts';
import { createAuditWriter } from './audit/writer.ts';
import { createCallLogWriter } from './call-log/writer.ts';
import { createDebtWriter } from './debts/writer.ts';
import { createDeskWriter } from './desk/writer.ts';
import { createDirectoryWriter } from './directory/writer.ts';
import { createFoundingWriter } from './founding/writer.ts';
import { createFreezeWriter } from './freezes/writer.ts';
import { createGroupWriter } from './groups/writer.ts';
import { createHostAskWriter } from './host-asks/writer.ts';
import { createInboxWriter } from './inbox/writer.ts';
import { createLeaseWriter } from './leases/writer.ts';
import { createMessageWriter } from './messages/writer.ts';
import { createMetaWriter } from './meta/writer.ts';
import { createOrderWriter } from './orders/writer.ts';
import { createOutboxWriter } from './outbox/writer.ts';
import { createQuestionWriter } from './questions/writer.ts';
import { createPolicyWriter } from './policies/writer.ts';
import { createBindingWriter } from './people/writer.ts';
import { createRequestWriter } from './requests/writer.ts';
import { createRolloutWriter } from './rollout/writer.ts';
import { createStandingWriter } from './standings/writer.ts';
import { createStepUpWriter } from './step-up/writer.ts';
import { createSuggestionWriter } from './suggestions/writer.ts';
import type { Database } from './tables/database.ts';
import { createWatchWriter } from './watch/writer.ts';

/** The writers take a transaction and nothing else, so that there is no way to write outside one. */
export function createWriting(trx: Transaction<Database>): Writing {
  return {
    requests: createRequestWriter(trx),
    questions: createQuestionWriter(trx),
    suggestions: createSuggestionWriter(trx),
    audit: createAuditWriter(trx),
    orders: createOrderWriter(trx),
    outbox: createOutboxWriter(trx),
    messages: createMessageWriter(trx),
    inbox: createInboxWriter(trx),
    freezes: createFreezeWriter(trx),
    rollout: createRolloutWriter(trx),
    debts: createDebtWriter(trx),
    stepUp: createStepUpWriter(trx),
    hostAsks: createHostAskWriter(trx),
    standings: createStandingWriter(trx),
    groups: createGroupWriter(trx),
    policies: createPolicyWriter(trx),
    people: createBindingWriter(trx),
    founding: createFoundingWriter(trx),
    leases: createLeaseWriter(trx),
    desk: createDeskWriter(trx),
    directory: createDirectoryWriter(trx),
    watch: createWatchWriter(trx),
    callLog: createCallLogWriter(trx),
    meta: createMetaWriter(trx),
  };
}

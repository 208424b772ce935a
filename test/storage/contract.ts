import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedStore } from '#storage/open-store.ts';
import { auditContract } from './audit/contract.ts';
import { callLogContract } from './call-log/contract.ts';
import { debtsContract } from './debts/contract.ts';
import { deskContract } from './desk/contract.ts';
import { directoryContract } from './directory/contract.ts';
import { freezesContract } from './freezes/contract.ts';
import { groupsContract } from './groups/contract.ts';
import { hostAsksContract } from './host-asks/contract.ts';
import { inboxContract } from './inbox/contract.ts';
import { leasesContract } from './leases/contract.ts';
import { messagesContract } from './messages/contract.ts';
import { metaContract } from './meta/contract.ts';
import { ordersContract } from './orders/contract.ts';
import { outboxContract } from './outbox/contract.ts';
import { besideContract } from './requests/beside-contract.ts';
import { peopleContract } from './people/contract.ts';
import { policiesContract } from './policies/contract.ts';
import { decisionsContract } from './requests/decisions-contract.ts';
import { effectsContract } from './requests/effects-contract.ts';
import { movesContract } from './requests/moves-contract.ts';
import { seenContract } from './requests/seen-contract.ts';
import { questionsContract } from './questions/contract.ts';
import { requestsContract } from './requests/contract.ts';
import { stepUpContract } from './step-up/contract.ts';
import { rolloutContract } from './rollout/contract.ts';
import { suggestionsContract } from './suggestions/contract.ts';
import { transactionContract } from './transaction-contract.ts';
import { watchContract } from './watch/contract.ts';

/** Gives the store of the test that is running: a new, empty one for each. */
export type CurrentStore = () => OpenedStore;

/**
 * What every database must do for the house, whatever its dialect. `open` answers a new and empty store each time it is called.
 */
export function storageContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`storage contract on ${name}`, () => {
    let current: OpenedStore | null = null;
    const store: CurrentStore = () => {
      if (current === null) throw new Error('There is no store outside a test');
      return current;
    };
    beforeEach(async () => {
      current = await open();
    });
    afterEach(async () => {
      await current?.close();
      current = null;
    });

    it('is whole when it is new', async () => {
      expect(await store().checkIntegrity()).toEqual({ ok: true });
    });

    requestsContract(store);
    questionsContract(store);
    suggestionsContract(store);
    movesContract(store);
    decisionsContract(store);
    besideContract(store);
    seenContract(store);
    effectsContract(store);
    auditContract(store);
    ordersContract(store);
    outboxContract(store);
    messagesContract(store);
    freezesContract(store);
    hostAsksContract(store);
    rolloutContract(store);
    debtsContract(store);
    stepUpContract(store);
    groupsContract(store);
    peopleContract(store);
    policiesContract(store);
    inboxContract(store);
    leasesContract(store);
    deskContract(store);
    directoryContract(store);
    watchContract(store);
    callLogContract(store);
    metaContract(store);
    transactionContract(store);
  });
}

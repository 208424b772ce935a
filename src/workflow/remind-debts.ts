import { remindEveryMs } from '#approvals/debt.ts';
import { debtName } from '#domain/debt-name.ts';
import { roughly } from '#domain/instant.ts';
import { debtSentence } from './debt-line.ts';
import type { House } from './house.ts';

/** Says every day again, where the alerts are, what nobody has reviewed yet. Answers how many debts people were told of. */
export async function remindDebts(house: House): Promise<number> {
  const now = house.clock.now();
  const debts = await house.store.read.debts.open();
  const { alerts: channel } = house.policy().policy.channels;
  let told = 0;
  for (const debt of debts) {
    const name = debtName(debt.id);
    const text = `Not reviewed for ${roughly(now - debt.openedAt)}: ${debtSentence(debt)}. Somebody who had no part in it closes it: /openai debts close ${name}`;
    const isTold = await house.store.transact(async (tx) => {
      if (!(await tx.debts.remind(debt.id, { before: now - remindEveryMs, at: now }))) return false;
      const key = `debt:${debt.id}:reminder`;
      await tx.outbox.put({ kind: 'notice', key, lane: 'normal', payload: { text, channel }, notBefore: now }, now);
      return true;
    });
    if (isTold) told += 1;
  }
  return told;
}

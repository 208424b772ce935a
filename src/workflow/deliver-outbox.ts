import { minuteMs, secondMs } from '#domain/instant.ts';
import type { House } from './house.ts';
import type { Mailer } from './ports/mailer.ts';
import type { OutboxRow } from './ports/outbox.ts';

const MOST_A_ROUND = 50;
// 1 s doubling to 5 min gives up after about three days. Slack is away for hours at a time, and what was done meanwhile must still be told.
const MOST_ATTEMPTS = 875;

function backoffMs(attempts: number): number {
  return Math.min(5 * minuteMs, secondMs * 2 ** Math.min(attempts, 9));
}

async function deliverOne(house: House, mailer: Mailer, row: OutboxRow): Promise<void> {
  const delivered = await mailer.deliver(row);
  const now = house.clock.now();
  await house.store.transact(async (tx) => {
    switch (delivered.kind) {
      case 'sent':
        await tx.outbox.sent(row.id, now);
        if (delivered.remember !== null)
          await tx.messages.remember(delivered.remember.key, delivered.remember.place, now);
        return;
      case 'busy':
        await tx.outbox.postpone(row.id, now + delivered.afterMs);
        return;
      case 'failed':
        if (delivered.canRetry && row.attempts < MOST_ATTEMPTS) {
          await tx.outbox.retry(row.id, now + backoffMs(row.attempts), delivered.why);
        } else {
          await tx.outbox.bury(row.id, now, delivered.why);
          house.log.error({ outbox: row.id, kind: row.kind, why: delivered.why }, 'A message was given up');
        }
    }
  });
}

/** Sends what is due, one message after the other so that a card and its later state keep their order. Answers how many rows were due. */
export async function deliverOutbox(house: House, mailer: Mailer): Promise<number> {
  const rows = await house.store.read.outbox.due(house.clock.now(), MOST_A_ROUND);
  for (const row of rows) await deliverOne(house, mailer, row);
  return rows.length;
}

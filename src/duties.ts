import type { Duties } from '#schedule/jobs.ts';
import type { SlackFace } from '#slack/slack-face.ts';
import { sendDigests } from '#workflow/asking/send-digests.ts';
import { tellShortages } from '#workflow/shortages/tell-shortages.ts';
import { deliverOutbox } from '#workflow/deliver-outbox.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import { forgetOld } from '#workflow/forget-old.ts';
import { takeHostAsks } from '#workflow/host/take-host-asks.ts';
import type { House } from '#workflow/house.ts';
import { refreshMirror } from '#workflow/refresh-mirror.ts';
import { remindApprovers } from '#workflow/remind-approvers.ts';
import { remindDebts } from '#workflow/remind-debts.ts';
import { settleUnknown } from '#workflow/settle-request.ts';
import { watchAuditLog } from '#workflow/watch-audit-log.ts';
import { watchClock } from '#workflow/watch-clock.ts';
import { watchGroups } from '#workflow/watch-groups.ts';
import { watchPeople } from '#workflow/watch-people.ts';

const everyDuty = (house: House, slack: SlackFace): Duties => ({
  'execute-approved': () => executeApproved(house),
  'settle-unknown': () => settleUnknown(house),
  'deliver-outbox': () => deliverOutbox(house, slack.mailer),
  'reach-slack': () => slack.reach(),
  'expire-requests': () => expireRequests(house),
  'take-host-asks': () => takeHostAsks(house),
  'flush-refusals': () => house.refusals.flush(house),
  'flush-calls': () => house.calls.flush(house),
  'watch-audit-log': () => watchAuditLog(house),
  'refresh-mirror': () => refreshMirror(house),
  'watch-places': () => slack.watchPlaces(),
  'watch-people': () => watchPeople(house),
  'watch-groups': () => watchGroups(house),
  'watch-clock': () => watchClock(house),
  'forget-old': () => forgetOld(house),
  'remind-approvers': () => remindApprovers(house),
  'send-digests': () => sendDigests(house),
  'remind-debts': () => remindDebts(house),
  'tell-shortages': () => tellShortages(house),
});

/** What goes on before an installation is founded: nothing of it asks OpenAI for anything. */
const beforeFounding: readonly string[] = ['deliver-outbox', 'reach-slack', 'flush-refusals', 'flush-calls'];

/** The work of every job; one that is not done before the founding ends at once until then. */
export function dutiesOf(house: House, slack: SlackFace): Duties {
  const held = Object.entries(everyDuty(house, slack)).map(([name, work]) => [
    name,
    () => (house.founding.isDone() || beforeFounding.includes(name) ? work() : Promise.resolve()),
  ]);
  return Object.fromEntries(held);
}

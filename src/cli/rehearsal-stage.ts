import { slackUserId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import type { Stage } from '#rehearsal/stage.ts';
import type { World } from '#sandbox/world/open-world.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import type { Caller } from '#workflow/use-cases.ts';

/** Somebody whose part is played from the command line; the audit chain says so. */
export const callerOf = (slackId: string): Caller => ({
  slackId: slackUserId(slackId),
  teamId: null,
  via: 'cli',
  deliveryKey: null,
});

/** People of the sandbox, who do what is written for them. */
const script = { requester: 'U0SAM00001', approvers: ['U0BEA00001', 'U0OMAR0001'] } as const;

/** The sandbox as a stage: two people approve everything, and whoever asked collects. */
export function stageIn(world: World, tell: Stage['tell']): Stage {
  const { house, useCases } = world.bot();
  const requester = callerOf(script.requester);
  const turn = async (record: PlannedRequest): Promise<void> => {
    const { state, digest, readyAt } = record;
    const { id, plan } = record.terms;
    if (state === 'pending') {
      // They look for a minute and type what they are asked to.
      const attention = { openedAt: world.clock.now() - minuteMs, typed: plan.target.name };
      for (const approver of script.approvers) {
        const caller = callerOf(approver);
        await useCases.decide({ requestId: id, kind: 'approve', comment: '', digest, attention, caller });
      }
    }
    const ahead = (readyAt ?? 0) - world.clock.now();
    if (ahead > 0) return world.advance(ahead);
    if (state === 'waiting') {
      const show = () => Promise.resolve(true);
      await useCases.collect({ requestId: id, caller: requester, show, onWait: () => undefined });
    }
    // What is not known yet is looked up at OpenAI after a while.
    if (state === 'unknown') await world.advance(minuteMs);
    else await world.settle();
  };
  return { house, useCases, requester, turn, patienceMs: 5 * minuteMs, tell };
}

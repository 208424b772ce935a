import type { Stage } from '#sandbox/page/stage.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import type { World } from './open-world.ts';
import { tamperWithAudit } from './tamper.ts';

async function verify(world: World): Promise<{ ok: boolean; lines: string[] }> {
  const verified = await verifyAudit(world.bot().store.read.audit);
  if (!verified.ok) {
    return { ok: false, lines: [`The chain is broken at entry #${verified.seq}.`, verified.sentence] };
  }
  const { entries, head } = verified;
  return {
    ok: true,
    lines: [
      `${entries} entries, every one in its place and unchanged.`,
      `Head #${head?.seq ?? 0} · ${head?.hash.slice(0, 16) ?? ''}`,
    ],
  };
}

/** The sandbox page's view of a world. */
export function stageOf(world: World, mode: Stage['mode']): Stage {
  return {
    mode,
    seat: world.slack.seat,
    board: () => world.openai.board(),
    clock: {
      nowMs: () => world.clock.now(),
      advance: (byMs) => world.advance(byMs),
    },
    reset: () => world.reset(),
    tamper: async () => tamperWithAudit(world.databasePath()),
    verify: () => verify(world),
    goBehindTheBack: async () => {
      const project = world.openai.board().projects.find((each) => each.name === 'search-prod');
      if (project === undefined) return 'The demo organization has no project search-prod.';
      const admin = world.openai.backdoor.asAdmin();
      await admin('POST', `/organization/projects/${project.id}/service_accounts`, { name: 'nobody-asked-for-this' });
      return `Somebody used the bot’s admin key outside the bot: a service account and a key in ${project.name}. The watch finds it after two minutes; move the clock forward by an hour to see the alert.`;
    },
    subscribe: (listener) => {
      const stopSlack = world.slack.seat.subscribe(listener);
      const stopOpenAi = world.openai.subscribe(listener);
      return () => {
        stopSlack();
        stopOpenAi();
      };
    },
  };
}

import { openLog } from '#config/log.ts';
import { openWorld, type World, type WorldOptions } from '#sandbox/world/open-world.ts';
import { readSandboxPolicy } from '#sandbox/world/seeds.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import { Player } from './player.ts';

/** The running sandbox with everybody in front of it, and all that the bot wrote into its log. */
export interface Scene {
  readonly world: World;
  readonly log: readonly string[];
  readonly erin: Player;
  readonly bea: Player;
  readonly omar: Player;
  readonly sam: Player;
  readonly priya: Player;
  /** The request that was made last, drafts included. */
  newest(): Promise<PlannedRequest>;
  close(): Promise<void>;
}

export const cast = {
  erin: 'U0ERIN0001',
  bea: 'U0BEA00001',
  omar: 'U0OMAR0001',
  sam: 'U0SAM00001',
  priya: 'U0PRIYA001',
} as const;

export async function openScene(options: Partial<WorldOptions> = {}): Promise<Scene> {
  const log: string[] = [];
  const world = await openWorld({
    policyText: await unhurriedPolicy(),
    log: openLog('info', { write: (line) => void log.push(line) }),
    version: 'test',
    transport: 'http',
    commandName: '/openai',
    ...options,
  });
  return {
    world,
    log,
    erin: new Player(world, cast.erin),
    bea: new Player(world, cast.bea),
    omar: new Player(world, cast.omar),
    sam: new Player(world, cast.sam),
    priya: new Player(world, cast.priya),
    async newest() {
      const [record] = await world.bot().store.read.requests.list({ limit: 1 });
      if (record === undefined) throw new Error('Nothing was ever asked for');
      return record;
    },
    close: () => world.close(),
  };
}

/**
 * The sandbox's policy for stories that tell a day in a minute: nobody has to look at a plan for seconds or waits for second thoughts. What
 * protects a decision has stories of its own.
 */
export async function unhurriedPolicy(openRequests = 5): Promise<string> {
  const text = (await readSandboxPolicy()).replace('critical: {', 'critical: { dwell: 0s,');
  const limits = `open_requests_per_person: ${openRequests}, approvals_per_hour: 1000, requests_per_hour: 1000, cool_down: 0s`;
  return `${text}\nlimits: { ${limits} }\n`;
}

/** That policy for people who ask more often in a minute than anybody does in a week. */
export const roomyPolicy = (): Promise<string> => unhurriedPolicy(100);

/** The sandbox's policy with one part of it written differently. */
export async function policyWith(part: string, instead: string): Promise<string> {
  const text = await unhurriedPolicy();
  if (!text.includes(part)) throw new Error(`The sandbox's policy does not say: ${part}`);
  return text.replace(part, instead);
}

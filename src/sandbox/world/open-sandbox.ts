import { startPage } from '#sandbox/page/start.ts';
import { catalogue } from '#operations/catalogue.ts';
import type { Log } from '#workflow/ports/log.ts';
import { openWorld } from './open-world.ts';
import { stageOf } from './stage-of.ts';

const roles = {
  U0ERIN0001: 'engineer',
  U0PRIYA001: 'engineer',
  U0BEA00001: 'approver',
  U0OMAR0001: 'approver',
  U0SAM00001: 'security',
} as const;

export interface SandboxOptions {
  readonly pagePort: number;
  readonly command: string;
  readonly version: string;
  readonly log: Log;
}

/** The demo: the real bot between an emulated Slack and an emulated OpenAI, and a page in which one person plays everybody. */
export async function openSandbox(
  options: SandboxOptions,
): Promise<{ readonly lines: readonly string[]; stop(): Promise<void> }> {
  const world = await openWorld({
    log: options.log,
    version: options.version,
    transport: 'http',
    commandName: options.command,
    hasRealRates: true,
  });
  const page = await startPage(stageOf(world, 'live'), {
    port: options.pagePort,
    commandName: options.command,
    workspaceName: 'Acme Robotics',
    shortcuts: [
      { callbackId: 'get_api_key', name: 'Get an API key' },
      { callbackId: 'report_leak', name: 'Report a leak' },
    ],
    roles,
    userGroups: { S0APPROVE1: 'openai-approvers' },
    commandHints: catalogue.map((operation) => ({
      words: `${operation.family} ${operation.verb}`,
      does: operation.summary,
    })),
    onFault: (error) => options.log.error({ err: error }, 'The sandbox page met an error'),
  });
  return {
    lines: [
      'Countersign’s sandbox: the real bot between an emulated Slack and an emulated OpenAI. Nothing real is touched.',
      '',
      `  Open ${page.url}`,
      '',
      'Press Ctrl+C to stop. To use it in your workspace, see README.md.',
    ],
    stop: async () => {
      await page.close();
      await world.close();
    },
  };
}

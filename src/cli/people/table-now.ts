import type { ReadConfig } from '#config/read-config.ts';
import { openVendor } from '#openai/open-vendor.ts';
import { call } from '#operations/call.ts';
import { keepUsers } from '#operations/objects/user.ts';
import type { PersonLine } from '#operations/people/person-line.ts';
import type { Said } from '#operations/people/said.ts';
import { tableOf } from '#operations/people/table.ts';
import { openWorkspace } from '#slack/open-workspace.ts';
import { openReader } from '#storage/open-reader.ts';
import { filePeople } from '#workflow/people-now.ts';
import { CommandFailure } from '../command-failure.ts';
import { readPolicyFile } from '../policy/read-policy-file.ts';

type Bot = Extract<ReadConfig, { as: 'bot' }>;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Who is bound and what is in force, as the bot has it; before its first start nobody is, and the file is all there is. */
async function remembered({ config }: Bot) {
  const reader = await openReader(config.databaseUrl).catch(() => null);
  try {
    const inForce = await reader?.policies.inForce();
    return {
      bound: (await reader?.people.all()) ?? [],
      policy: inForce?.policy ?? readPolicyFile(config.policyFile),
    };
  } finally {
    await reader?.close();
  }
}

async function accountsNow({ config, secrets }: Bot) {
  const workspace = openWorkspace({
    botToken: secrets.botToken,
    apiUrl: config.slack.apiUrl,
    entrance: secrets.transport.kind === 'socket' ? secrets.transport : { kind: 'http', publicUrl: config.publicUrl },
  });
  try {
    const roster = await workspace.roster(Date.now());
    if (!roster.known) throw new CommandFailure(roster.why);
    return roster.accounts;
  } finally {
    await workspace.close();
  }
}

async function usersNow({ config, secrets }: Bot) {
  const vendor = openVendor({
    baseUrl: config.openai.baseUrl,
    adminKey: secrets.adminKey,
    proxy: secrets.proxy?.reveal(),
    nowMs: Date.now,
    random: Math.random,
    log: silent,
  });
  try {
    const context = { priority: 'click', cause: 'cli:people' } as const;
    return keepUsers(await vendor.read(call('GET /organization/users'), { pages: 'all', absent: 'fault', context }));
  } finally {
    await vendor.close();
  }
}

/** The table that the bot would make now, made beside it from the same sources by the same function. */
export async function tableNow(read: Bot, said: readonly Said[]): Promise<readonly PersonLine[]> {
  const { bound, policy } = await remembered(read);
  const [accounts, users] = [await accountsNow(read), await usersNow(read)];
  return tableOf({ file: filePeople(policy), bound, accounts, users, said });
}

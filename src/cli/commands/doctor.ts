import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { currentEnvironment } from '#config/env.ts';
import { diskFiles } from '#config/files.ts';
import { shortDigest } from '#domain/canonical.ts';
import { type ReadConfig, readConfig } from '#config/read-config.ts';
import { readHealthAddress } from '#config/read-part.ts';
import { readPolicyText } from '#config/read-policy-text.ts';
import type { Patient } from '#doctor/check.ts';
import { examine, reportLines } from '#doctor/examine.ts';
import { hostsOf } from '#doctor/hosts.ts';
import { openVendor } from '#openai/open-vendor.ts';
import { catalogue } from '#operations/catalogue.ts';
import { comparePolicies } from '#policy/difference/compare.ts';
import { loosens } from '#policy/difference/difference.ts';
import { parsePolicy } from '#policy/parse.ts';
import { formatProblem } from '#policy/problem.ts';
import { botScopes } from '#slack/manifest.ts';
import { openWorkspace } from '#slack/open-workspace.ts';
import { databasePath } from '#storage/database-url.ts';
import { sqliteVersion } from '#storage/dialects/sqlite-version.ts';
import { type OpenedReader, openReader } from '#storage/open-reader.ts';
import { openingOf } from '#workflow/rollout/opening.ts';
import { rolloutFound } from '#workflow/rollout/rollout-sentence.ts';
import { withPasskey } from '#workflow/step-up/with-passkey.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { CommandFailure, refusedSettings } from '../command-failure.ts';
import { unreadable } from '../policy/read-policy-file.ts';
import { print } from '../print.ts';
import { askReadiness } from '../ask-readiness.ts';

const EXIT_NOT_READY = 3;

type Workspace = Extract<ReadConfig, { as: 'practice' | 'bot' }>;

export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      `Look at everything this installation needs, and say what to do; exit code ${EXIT_NOT_READY} if something is in the way`,
    )
    .option('--json', 'as one JSON object')
    .action(async (options: { json?: boolean }) => {
      const read = readConfig(currentEnvironment(), diskFiles);
      if (read.kind === 'refused') throw refusedSettings(read.lines);
      if (read.as === 'sandbox') {
        throw new CommandFailure(
          'Nothing is configured: npm start opens the sandbox. docs/install.md says how to set up a workspace.',
        );
      }
      const { patient, close } = await patientOf(read);
      const report = await examine(patient);
      await close();
      if (options.json === true) print(JSON.stringify(report, null, 2));
      else for (const line of reportLines(report)) print(line);
      if (report.checks.some(({ checked }) => checked.state === 'fail')) {
        throw new CommandFailure('Something is in the way; see above.', EXIT_NOT_READY);
      }
    });
}

/** A file that differs from what was adopted last is not what the bot runs on, or will not be after its next start. */
async function proposedIn(policy: ReturnType<typeof policyIn>, store: OpenedReader | null): Promise<string | null> {
  const inForce = await store?.policies.inForce();
  if (policy.kind === 'problems' || inForce === null || inForce === undefined) return null;
  const pair = { was: inForce.policy, is: policy.policy, vocabulary: { operations: catalogue } };
  return inForce.digest !== policy.digest && loosens(comparePolicies(pair)) ? shortDigest(policy.digest) : null;
}

function policyIn(file: string) {
  try {
    const parsed = parsePolicy(readPolicyText(file).text, file, { operations: catalogue });
    return parsed.kind === 'policy' ? parsed : { kind: 'problems' as const, lines: parsed.problems.map(formatProblem) };
  } catch (error) {
    return { kind: 'problems' as const, lines: [unreadable(file, error)] };
  }
}

async function freeBytes(url: string): Promise<number | null> {
  const path = databasePath(url);
  if (path === null) return null;
  return statfs(dirname(path)).then(
    (stats) => stats.bavail * stats.bsize,
    () => null,
  );
}

async function patientOf(read: Workspace): Promise<{ patient: Patient; close: () => Promise<void> }> {
  const { config, secrets } = read;
  const workspace = openWorkspace({
    botToken: secrets.botToken,
    apiUrl: config.slack.apiUrl,
    entrance: secrets.transport.kind === 'socket' ? secrets.transport : { kind: 'http', publicUrl: config.publicUrl },
  });
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const vendor =
    read.as === 'practice'
      ? null
      : openVendor({
          baseUrl: read.config.openai.baseUrl,
          adminKey: read.secrets.adminKey,
          proxy: read.secrets.proxy?.reveal(),
          nowMs: Date.now,
          random: Math.random,
          log: silent,
        });
  const store: OpenedReader | null = await openReader(config.databaseUrl).catch(() => null);
  const health = readHealthAddress(currentEnvironment());
  const policy = policyIn(config.policyFile);
  const patient: Patient = {
    now: Date.now,
    node: { version: process.versions.node, napi: Number(process.versions['napi'] ?? 0) },
    sqliteVersion: await sqliteVersion(),
    policy,
    proposedPolicy: await proposedIn(policy, store),
    bound: (await store?.people.all()) ?? [],
    workspace,
    neededScopes: botScopes(),
    vendor,
    store:
      store === null
        ? null
        : { checkIntegrity: () => store.checkIntegrity(), verifyAudit: () => verifyAudit(store.audit) },
    shortages: null,
    rollout: store === null ? null : await rolloutFound(store, openingOf(read.as === 'bot')),
    withPasskey: store === null ? null : await withPasskey(store),
    hasSealKey: secrets.sealKey !== null,
    hasPages: config.publicUrl !== null,
    memory: store,
    freeDiskBytes: await freeBytes(config.databaseUrl),
    hosts: hostsOf(config.slack.apiUrl, read.as === 'bot' ? read.config.openai.baseUrl : null),
    ready: health.kind === 'ok' ? await askReadiness(health.value) : null,
  };
  const close = async (): Promise<void> => {
    await workspace.close();
    await vendor?.close();
    await store?.close();
  };
  return { patient, close };
}

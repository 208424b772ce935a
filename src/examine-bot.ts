import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { shortDigest } from '#domain/canonical.ts';
import type { Patient } from '#doctor/check.ts';
import { hostsOf } from '#doctor/hosts.ts';
import { examine } from '#doctor/examine.ts';
import type { DoctorFound } from '#operations/memory.ts';
import type { BoundPerson } from '#domain/bound-person.ts';
import type { Policy } from '#policy/policy.ts';
import { botScopes } from '#slack/manifest.ts';
import { openWorkspace } from '#slack/open-workspace.ts';
import type { Entrance } from '#slack/reach.ts';
import type { Transport } from '#slack/slack-face.ts';
import { sqliteVersion } from '#storage/dialects/sqlite-version.ts';
import type { OpenedStore } from '#storage/open-store.ts';
import type { Vendor } from '#workflow/ports/vendor.ts';
import type { Secret } from '#domain/secret.ts';
import type { House } from '#workflow/house.ts';
import { rolloutFound } from '#workflow/rollout/rollout-sentence.ts';
import { withPasskey } from '#workflow/step-up/with-passkey.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import type { Clock } from '#workflow/ports/clock.ts';

const SLACK_API = 'https://slack.com/api/';

export interface Examined {
  readonly clock: Clock;
  readonly slack: { readonly botToken: Secret; readonly apiUrl?: string; readonly transport: Transport };
  readonly publicUrl: string | null;
  readonly stepUp: { readonly sealKey: Secret | null; readonly pages: unknown };
  readonly openai: { readonly baseUrl: string };
  readonly store: OpenedStore;
  readonly vendor: Vendor;
  readonly policy: Policy;
  readonly bound: readonly BoundPerson[];
  readonly opening: House['opening'];
  readonly shortages: readonly string[];
  /** Digest of the file that waits to be adopted. */
  readonly proposed: string | null;
}

async function freeBytes(path: string | null): Promise<number | null> {
  if (path === null) return null;
  return statfs(dirname(path)).then(
    (stats) => stats.bavail * stats.bsize,
    () => null,
  );
}

/** The doctor's visit to the running bot, for whoever asks in Slack. */
export async function examineBot(bot: Examined): Promise<DoctorFound> {
  const apiUrl = bot.slack.apiUrl ?? SLACK_API;
  const { botToken, transport } = bot.slack;
  const entrance: Entrance = transport.kind === 'socket' ? transport : { kind: 'http', publicUrl: bot.publicUrl };
  const workspace = openWorkspace({ botToken, apiUrl, entrance });
  const patient: Patient = {
    now: () => bot.clock.now(),
    node: { version: process.versions.node, napi: Number(process.versions['napi'] ?? 0) },
    sqliteVersion: await sqliteVersion(),
    policy: { kind: 'policy', policy: bot.policy },
    bound: bot.bound,
    proposedPolicy: bot.proposed === null ? null : shortDigest(bot.proposed),
    workspace,
    neededScopes: botScopes(),
    vendor: bot.vendor,
    store: { checkIntegrity: () => bot.store.checkIntegrity(), verifyAudit: () => verifyAudit(bot.store.read.audit) },
    shortages: bot.shortages,
    rollout: await rolloutFound(bot.store.read, bot.opening),
    withPasskey: await withPasskey(bot.store.read),
    hasSealKey: bot.stepUp.sealKey !== null,
    hasPages: bot.stepUp.pages !== null,
    memory: bot.store.read,
    freeDiskBytes: await freeBytes(bot.store.path),
    hosts: hostsOf(apiUrl, bot.openai.baseUrl),
    ready: { ok: true, detail: 'Running: it is what answers here.' },
  };
  const report = await examine(patient);
  await workspace.close();
  return {
    readyFor: [...report.readyFor],
    checks: report.checks.map(({ title, checked }) => ({
      title,
      state: checked.state,
      says: checked.says,
      fix: checked.state === 'ok' ? '' : checked.fix,
    })),
  };
}

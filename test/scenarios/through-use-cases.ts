import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { operationId, type RequestId, slackUserId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { catalogue } from '#operations/catalogue.ts';
import { parseCommand } from '#slack/commands/parse-command.ts';
import type { Caller } from '#workflow/use-cases.ts';
import type { Journey } from '../operations/journey.ts';
import { cast, type Scene } from './scene.ts';

/** What every family declares of its changes. */
export const journeys: Journey[] = [];
for (const family of readdirSync('test/operations', { withFileTypes: true }).filter((each) => each.isDirectory())) {
  if (!readdirSync(`test/operations/${family.name}`).includes('journeys.ts')) continue;
  const loaded = (await import(`../operations/${family.name}/journeys.ts`)) as { journeys: readonly Journey[] };
  journeys.push(...loaded.journeys);
}

const as = (slackId: string): Caller => ({
  slackId: slackUserId(slackId),
  teamId: null,
  via: 'command',
  deliveryKey: null,
});
export const sam = as(cast.sam);

/** A use case's answer, which must not be a refusal or a failure. */
export function done<T extends { kind: string }>(outcome: T): Exclude<T, { kind: 'refusal' } | { kind: 'failed' }> {
  if (outcome.kind === 'refusal' || outcome.kind === 'failed') throw new Error(JSON.stringify(outcome));
  return outcome as Exclude<T, { kind: 'refusal' } | { kind: 'failed' }>;
}

async function draft(scene: Scene, operation: string, input: JsonObject): Promise<RequestId> {
  const ask = { operationId: operationId(operation), input, reason: 'tried in the sandbox', caller: sam };
  const drafted = done(await scene.world.bot().useCases.draft(ask));
  const { picture } = drafted;
  const sent = { requestId: picture.record.terms.id, typedName: picture.typeToConfirm, caller: sam };
  done(await scene.world.bot().useCases.submit(sent));
  return picture.record.terms.id;
}

/** Asks in words, as they are typed in Slack. */
export async function ask(scene: Scene, operation: string, words: string): Promise<RequestId> {
  const [family, verb] = operation.split('.');
  const parsed = parseCommand(`${family} ${verb} ${words}`, catalogue);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  const found = done(
    await scene.world.bot().useCases.resolve({ operationId: parsed.operation.id, words: parsed.words, caller: sam }),
  );
  expect(found.problems).toEqual([]);
  expect(found.missing).toEqual([]);
  return draft(scene, operation, found.input);
}

/** Everybody who may approves. */
export async function approveAll(scene: Scene, id: RequestId): Promise<void> {
  const { useCases, store } = scene.world.bot();
  for (const approver of [cast.bea, cast.omar]) {
    const record = await store.read.requests.find(id);
    if (record?.state !== 'pending') return;
    const vote = { requestId: id, kind: 'approve', comment: '', digest: record.digest, caller: as(approver) } as const;
    done(await useCases.decide(vote));
  }
}

/** Everybody who may approves, and what has to be collected is collected. */
export async function carryOut(scene: Scene, id: RequestId): Promise<string> {
  const { useCases, store } = scene.world.bot();
  await approveAll(scene, id);
  if ((await store.read.requests.find(id))?.state === 'waiting') {
    const show = () => Promise.resolve(true);
    done(await useCases.collect({ requestId: id, caller: sam, show, onWait: () => undefined }));
  }
  await scene.world.settle();
  const after = await store.read.requests.find(id);
  return `${after?.state}: ${after?.outcome}`;
}

import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { operationId, type RequestId, slackUserId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { catalogue } from '#operations/catalogue.ts';
import { parseCommand } from '#slack/commands/parse-command.ts';
import type { Caller } from '#workflow/use-cases.ts';
import type { Journey } from '../operations/journey.ts';
import { changesSent } from './key-story.ts';
import { cast, openScene, type Scene } from './scene.ts';

// A key that only reads, so that looking costs the bot none of its calls and changes nothing.
const LOOKING_KEY = 'key_AcmeAdminCostReport00000';

const journeys: Journey[] = [];
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
const sam = as(cast.sam);

/** A use case's answer, which must not be a refusal or a failure. */
function done<T extends { kind: string }>(outcome: T): Exclude<T, { kind: 'refusal' } | { kind: 'failed' }> {
  if (outcome.kind === 'refusal' || outcome.kind === 'failed') throw new Error(JSON.stringify(outcome));
  return outcome as Exclude<T, { kind: 'refusal' } | { kind: 'failed' }>;
}

async function draft(scene: Scene, operation: string, input: JsonObject): Promise<RequestId> {
  const ask = { operationId: operationId(operation), input, reason: 'tried in the sandbox', caller: sam };
  const drafted = done(await scene.world.bot().useCases.draft(ask));
  const { typeToConfirm, picture } = drafted;
  const sent = { requestId: picture.record.terms.id, typedName: typeToConfirm, caller: sam };
  done(await scene.world.bot().useCases.submit(sent));
  return picture.record.terms.id;
}

/** Asks in words, as they are typed in Slack. */
async function ask(scene: Scene, operation: string, words: string): Promise<RequestId> {
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

/** Everybody who may approves, and what has to be collected is collected. */
async function carryOut(scene: Scene, id: RequestId): Promise<string> {
  const { useCases, store } = scene.world.bot();
  for (const approver of [cast.bea, cast.omar]) {
    const record = await store.read.requests.find(id);
    if (record?.state !== 'pending') break;
    const vote = { requestId: id, kind: 'approve', comment: '', digest: record.digest, caller: as(approver) } as const;
    done(await useCases.decide(vote));
  }
  if ((await store.read.requests.find(id))?.state === 'waiting') {
    const show = () => Promise.resolve(true);
    done(await useCases.collect({ requestId: id, caller: sam, show, onWait: () => undefined }));
  }
  await scene.world.settle();
  const after = await store.read.requests.find(id);
  return `${after?.state}: ${after?.outcome}`;
}

describe('every change operation', () => {
  it('has a journey, and every journey an operation', () => {
    const changes = catalogue
      .filter(({ kind, redirect }) => kind === 'change' && redirect === null)
      .map(({ id }) => id as string);
    expect([...new Set(journeys.map(({ operation }) => operation))].toSorted()).toEqual(changes.toSorted());
  });

  describe.each(journeys)('$operation $words', (journey) => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await openScene({ deployment: 'journeys' });
    });
    afterAll(() => scene.close());

    it('is asked for, approved, sent, read back and undone', async () => {
      const admin = scene.world.openai.backdoor.asAdmin(LOOKING_KEY);
      const get = async (path: string) => {
        const { status, body } = await admin('GET', path);
        return status === 404 ? null : body;
      };
      for (const first of journey.before ?? []) {
        expect(await carryOut(scene, await ask(scene, first.operation, first.words))).toMatch(/^succeeded/);
      }
      const before = canonicalJson(await journey.look(get));
      const id = await ask(scene, journey.operation, journey.words);
      expect(await carryOut(scene, id)).toMatch(/^succeeded/);
      const changed = canonicalJson(await journey.look(get));
      if (journey.changesNothing === true) expect(changed).toBe(before);
      else expect(changed).not.toBe(before);
      expect(changesSent(scene.world).length).toBeGreaterThan(0);

      const undo = { operationId: operationId('requests.undo'), input: { request: id }, reason: 'undone', caller: sam };
      const undone = await scene.world.bot().useCases.draft(undo);
      if (journey.inverse === 'none') return expect(undone.kind).toBe('refusal');
      const drafted = done(undone);
      const back = drafted.picture.record.terms.id;
      done(await scene.world.bot().useCases.submit({ requestId: back, typedName: drafted.typeToConfirm, caller: sam }));
      expect(await carryOut(scene, back)).toMatch(/^succeeded/);
      const again = canonicalJson(await journey.look(get));
      expect(again).not.toBe(changed);
      if (journey.inverse === 'exact') expect(again).toBe(before);
    });
  });
});

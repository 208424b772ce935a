import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '#sandbox/openai/http/fault-script.ts';
import { afterFirstChange, askFor, seeThrough, spoil } from './fault-stage.ts';
import { openScene, type Scene } from './scene.ts';

// As many looks as there are at once, before any time has passed.
const FIRST_LOOKS = 3;

const inLists = ['groups.create', 'spend-alerts.create', 'rate-limits.set', 'certificates.activate'];
// What is found out by its absence is not among them: there "not found" is what proves it.
const alone = ['spend-limits.set', 'groups.add-member'];
const lying: readonly Fault[] = ['repeat_cursor', 'missing_last_id', 'empty_list', 'not_found'];

const cases: readonly (readonly [string, Fault])[] = [
  ...inLists.flatMap((operation) => lying.map((look) => [operation, look] as const)),
  ...alone.map((operation) => [operation, 'not_found'] as const),
];

describe('looking at OpenAI to find out what happened', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ deployment: 'journeys' });
  });
  afterAll(() => scene.close());

  it.each(cases)('finds %s though the first looks meet %s', async (operation, look) => {
    const asked = await askFor(scene, { operation, step: 0 });
    spoil(scene, asked.step.call, 'drop_after');
    afterFirstChange(scene, () => spoil(scene, asked.step.proof.read, { fault: look, times: FIRST_LOOKS }));
    expect(await seeThrough(scene, asked)).toMatchObject({ state: 'succeeded', effects: 1 });
  });

  it.each(cases)('does not take %s for done though the first looks meet %s', async (operation, look) => {
    const asked = await askFor(scene, { operation, step: 0 });
    spoil(scene, asked.step.call, 'drop_before');
    afterFirstChange(scene, () => spoil(scene, asked.step.proof.read, { fault: look, times: FIRST_LOOKS }));
    expect(await seeThrough(scene, asked)).toMatchObject({ state: 'failed', effects: 0 });
  });

  it.each([
    ['groups.create', 'empty_list'],
    ['spend-limits.set', 'not_found'],
  ] as const)('waits until it can see what was answered: %s after %s', async (operation, look) => {
    const asked = await askFor(scene, { operation, step: 0 });
    afterFirstChange(scene, () => spoil(scene, asked.step.proof.read, look));
    expect(await seeThrough(scene, asked)).toMatchObject({ state: 'succeeded', effects: 1 });
  });

  it.each(['external-keys.validate', 'external-storage.validate'])(
    'leaves %s to people when its answer was lost, because no read can show a check',
    async (operation) => {
      const asked = await askFor(scene, { operation, step: 0 });
      spoil(scene, asked.step.call, 'drop_before');
      // A quarter of an hour is how long it looks.
      expect(await seeThrough(scene, asked, 16)).toMatchObject({ state: 'needs_human', effects: 0 });
    },
  );
});

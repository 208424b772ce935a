import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askFor, kinds, seeThrough, spoil } from './fault-stage.ts';
import { openScene, type Scene } from './scene.ts';

describe('OpenAI’s limit', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ deployment: 'journeys' });
  });
  afterAll(() => scene.close());

  it.each(kinds)(
    'is waited for where it is met by $kind ($operation, step $step), which is done once',
    async (kind) => {
      const asked = await askFor(scene, kind);
      spoil(scene, asked.step.call, 'throttle_message');
      const all = asked.steps.length;
      expect(await seeThrough(scene, asked, 0)).toMatchObject({ state: 'succeeded', effects: all, distinct: all });
    },
  );

  // A header speaks of whole seconds and silence means ten, and both are really waited for.
  it.each([
    ['throttle_header', 'groups.create'],
    ['throttle_silent', 'groups.add-member'],
  ] as const)('is waited for with %s', async (fault, operation) => {
    const asked = await askFor(scene, { operation, step: 0 });
    spoil(scene, asked.step.call, fault);
    expect(await seeThrough(scene, asked, 0)).toMatchObject({ state: 'succeeded', effects: 1, distinct: 1 });
  });

  it('ends a request that it refuses again and again as what did not happen', async () => {
    const asked = await askFor(scene, { operation: 'spend-limits.set', step: 0 });
    spoil(scene, asked.step.call, { fault: 'throttle_message', times: 3 });
    expect(await seeThrough(scene, asked, 0)).toMatchObject({ state: 'failed', effects: 0 });
  });
});

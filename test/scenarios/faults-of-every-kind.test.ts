import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '#sandbox/openai/http/fault-script.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { askFor, honest, kinds, seeThrough, spoil } from './fault-stage.ts';
import { openScene, type Scene } from './scene.ts';

/** Each fault with whether the call takes effect under it. */
const faults: readonly (readonly [Fault, boolean])[] = [
  ['drop_before', false],
  ['status_500', false],
  ['drop_after', true],
  ['status_500_after', true],
  ['truncate', true],
  ['hang', true],
];

describe.each(kinds)('$kind ($operation, step $step)', (kind) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ deployment: 'journeys', openaiTimeouts: { totalMs: 300 } });
  });
  afterAll(() => scene.close());

  it.each(faults)('after %s ends as what it is, and takes effect once at most', async (fault, takesEffect) => {
    const asked = await askFor(scene, kind);
    spoil(scene, asked.step.call, fault);
    const ended = await seeThrough(scene, asked);
    // Steps after one in doubt are not sent.
    const happened = kind.step + (takesEffect ? 1 : 0);
    expect(ended).toMatchObject({
      state: honest(happened, asked.steps.length),
      effects: happened,
      distinct: happened,
    });
    expect((await verifyAudit(scene.world.bot().store.read.audit)).ok).toBe(true);
  });
});

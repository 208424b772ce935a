import { afterAll, beforeAll, expect, it } from 'vitest';
import { getKey } from './key-story.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

it('whoever off-boards somebody else sees the accounts that were made for them here, and ends them', async () => {
  await getKey(scene, { name: 'erins-eval' });
  await scene.sam.type('/openai users offboard erin@acme.example --reason "last day"');
  await scene.world.settle();
  expect(scene.sam.modalText()).toMatch(/Service account.*erins-eval in search-dev, issued for: nightly evaluation/);
});

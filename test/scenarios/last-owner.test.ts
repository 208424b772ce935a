import { afterEach, describe, expect, it } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { approve, cardOf } from './key-story.ts';
import { readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

/** What would lock everybody out is looked at when it is asked for and once more before it is sent. */

const sams = 'user-AcmeSamOkafor00000000000';
const ines = 'user-AcmeInesMoreau0000000000';

describe('the last owner of the organization', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  it.each([
    ['users set-role ines@acme.example --role reader', 'lowered'],
    ['users remove ines@acme.example', 'removed'],
    ['users offboard ines@acme.example', 'off-boarded'],
  ])('F3 · who became that after %s was approved once is not %s', async (command) => {
    scene = await openScene();
    const { bea, erin, omar, world } = scene;
    await erin.type(`/openai ${command} --reason "leaving"`);
    await world.settle();
    await erin.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    await approve(scene, bea, id);
    const act = world.openai.backdoor.asAdmin('key_AcmeAdminTerraform000000');
    expect((await act('POST', `/organization/users/${sams}`, { role: 'reader' })).status).toBe(200);
    await approve(scene, omar, id);
    await world.advance(2 * minuteMs);
    const record = await world.bot().store.read.requests.find(id);
    expect(record?.state).toBe('stale');
    expect(readMessage(cardOf(bea, id))).toContain('last owner');
    expect((await act('GET', `/organization/users/${ines}`)).body).toMatchObject({ role: 'owner' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '#config/log.ts';
import { openWorld, type World } from '#sandbox/world/open-world.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { approvals, auditChannel, play, readBlocks } from './player.ts';

const silent = openLog('error', { write: () => undefined });

describe.each(['http', 'socket'] as const)('the main job over %s', (transport) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ log: silent, version: 'test', transport, commandName: '/openai' });
  });
  afterEach(() => world.close());

  it('issues a key that a second person approved and shows it once', async () => {
    const erin = play(world, 'U0ERIN0001');
    const bea = play(world, 'U0BEA00001');
    await erin.type(
      '/openai keys issue search-dev --name nightly-eval --for 30d --access requests --reason "nightly evaluation"',
    );
    await world.settle();
    console.log(erin.modalText());
    await erin.submit();
    await world.settle();
    const card = erin.find(approvals, 'nightly-eval');
    expect(card).not.toBeNull();
    console.log(card?.text, '\n', readBlocks(card?.blocks), erin.buttons(card!));
    await erin.pressOn(card!, 'Approve');
    await world.settle();
    console.log(erin.hasModal() ? erin.modalText() : erin.messages(approvals).at(-1)?.text);
    await bea.pressOn(card!, 'Approve');
    await world.settle();
    console.log(bea.modalText());
    await bea.submit();
    await world.settle();
    const dm = erin.dmWith('Countersign');
    const message = erin.messages(dm).at(-1)!;
    console.log(message.text, erin.buttons(message));
    await erin.pressOn(message, 'Make my key');
    await world.settle();
    console.log(erin.modalText());
    await world.settle();
    console.log(erin.messages(auditChannel).map((each) => [each.text, erin.thread(each).map((reply) => reply.text)]));
    expect((await verifyAudit(world.bot().store.read.audit)).ok).toBe(true);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noSafeguards } from '#policy/safeguards.ts';
import { slackUserId } from '#domain/ids.ts';
import { sealRequest } from '#slack/ids.ts';
import { decisionView } from '#slack/views/decide.ts';
import { agreeable } from './fake-use-cases.ts';
import { openRig, type Reply, type Rig } from './face.ts';
import { press, submission } from './payloads.ts';
import { samplePicture, searchKey } from './pictures.ts';
import { pointers } from './pointers.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig({ ackBudgetMs: 0 });
  rig.stand.play(agreeable());
  rig.places.set(`card:${searchKey}`, { channelId: 'C1', ts: '1.1' });
});
afterEach(() => rig.close());

const picture = samplePicture();
const asked = (): readonly string[] => rig.stand.asked.map(({ name }) => name);
const shared = { body: { ok: true, channel: { id: 'C1', is_ext_shared: true } } };

async function click(): Promise<Reply> {
  return rig.interact(
    press({
      actionId: 'request.approve',
      value: sealRequest(pointers, 'request.approve', picture.record),
      trigger: await rig.witness.trigger(),
      responseUrl: rig.witness.responseUrl,
      place: { channel: 'C1', ts: '1.1' },
    }),
  );
}

function decide(): Promise<Reply> {
  const by = slackUserId('U0BEA00001');
  const view = decisionView(pointers, 'approve', { picture, safeguards: noSafeguards, by, at: 0 });
  return rig.interact(submission({ id: 'V1', hash: 'h', callback_id: '', private_metadata: '', ...view }, {}));
}

describe('while Slack is slow to say who can see a channel', () => {
  test('a press and a command are acknowledged, and nothing is done before it is known', async () => {
    for (const act of [click, () => rig.command('projects list')]) {
      const letGo = rig.witness.hold('conversations.info');
      expect((await act()).status).toBe(200);
      expect(asked()).toEqual([]);
      letGo();
      await rig.face.idle();
      expect(asked()).not.toEqual([]);
      rig.stand.asked.length = 0;
    }
  });

  test('a decision is answered with “checking”, and is no decision before it is known', async () => {
    const letGo = rig.witness.hold('conversations.info');
    const reply = await decide();
    expect(reply.body).toContain('Still checking');
    expect(asked()).toEqual([]);
    letGo();
    await rig.face.idle();
    expect(asked()).toContain('decide');
  });

  test('A5 · what was acknowledged does nothing where another company can see it', async () => {
    rig.witness.failNext('conversations.info', shared);
    const letGo = rig.witness.hold('conversations.info');
    await click();
    letGo();
    await rig.face.idle();
    expect(asked()).toEqual(['heard']);
    expect(JSON.stringify(rig.witness.answers)).toContain('shared with people outside of this workspace');
  });
});

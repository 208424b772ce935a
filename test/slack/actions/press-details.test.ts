import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sealRequest } from '#slack/ids.ts';
import { agreeable } from '../fake-use-cases.ts';
import { openRig, type Rig } from '../face.ts';
import { press } from '../payloads.ts';
import { bea, erin, samplePicture, searchKey } from '../pictures.ts';
import { pointers } from '../pointers.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
  rig.places.set(`dm:${searchKey}`, { channelId: 'D1', ts: '1.1' });
});
afterAll(() => rig.close());
beforeEach(() => {
  rig.witness.calls.length = 0;
});

/** The heading of the window that opens for this person. */
async function opens(state: 'draft' | 'pending', user: string): Promise<unknown> {
  const picture = samplePicture({ state });
  rig.stand.play(agreeable({ look: () => Promise.resolve({ kind: 'may', picture }) }));
  const button = {
    actionId: 'request.details',
    value: sealRequest(pointers, 'request.details', picture.record),
    trigger: await rig.witness.trigger(),
    responseUrl: rig.witness.responseUrl,
    place: { channel: 'D1', ts: '1.1' },
  };
  await rig.interact({ ...press(button), user: { id: user, team_id: rig.face.teamId } });
  await rig.face.idle();
  const filled = rig.witness.calls.findLast(({ method }) => method === 'views.update');
  return (filled?.args['view'] as { title: { text: string } } | undefined)?.title.text;
}

describe('a draft that its requester looks at from a message', () => {
  test('can be sent from there', async () => {
    expect(await opens('draft', erin)).toBe('Send this?');
  });

  test('can be sent by nobody else, and by nobody twice', async () => {
    expect([await opens('draft', bea), await opens('pending', erin)]).toEqual(['Details', 'Details']);
  });
});

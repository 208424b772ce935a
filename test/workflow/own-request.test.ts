import { describe, expect, test } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import { at } from '../support/cast.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { decides, recordOf, requested, standing } from '../support/walk.ts';

const erinApproves = smallPolicy(['approvers: [bea, omar, sam]', 'approvers: [bea, omar, sam, erin]']);
const erinTwice = smallPolicy(
  ['approvers: [bea, omar, sam]', 'approvers: [bea, omar, sam, erin]'],
  ['slack: U0ERIN0001', 'slack: [U0ERIN0001, U0ERIN0002]'],
);

describe('A1 · nobody decides on what they ask for', () => {
  test.each([
    ['through the account that asked', erinApproves, 'U0ERIN0001'],
    ['through another account of theirs', erinTwice, 'U0ERIN0002'],
  ])('%s: neither looked at, nor approved, nor denied', async (_, policy, account) => {
    const small = await openSmallHouse({ policy });
    const requestId = await requested(small, 'revoke her key');
    const { digest } = await recordOf(small, requestId);
    const caller = at(slackUserId(account));
    for (const kind of ['approve', 'deny'] as const) {
      const refused = { kind: 'refusal', code: 'decision.own-request' };
      expect(await small.useCases.check({ requestId, kind, caller })).toMatchObject(refused);
      expect(await small.useCases.decide({ requestId, kind, comment: 'because', digest, caller })).toMatchObject(
        refused,
      );
    }
    expect(await small.store.read.requests.decisions(requestId)).toEqual([]);
  });

  test('A2 · also when the policy learns only later that two accounts are one person', async () => {
    const small = await openSmallHouse({ policy: erinApproves });
    const requestId = await requested(small, 'revoke her key', 'zoe');
    const { digest } = await recordOf(small, requestId);
    small.setPolicy(
      smallPolicy(
        ['approvers: [bea, omar, sam]', 'approvers: [bea, omar, sam, erin]'],
        ['slack: U0ERIN0001', 'slack: [U0ERIN0001, U0ZOE00001]'],
      ),
    );
    const outcome = await small.useCases.decide({
      requestId,
      kind: 'approve',
      comment: '',
      digest,
      caller: at('erin'),
    });
    expect(outcome).toMatchObject({ kind: 'refusal' });
    expect((await standing(small, requestId)).state).toBe('pending');
  });

  test('A15 · nor on what they gain by: whoever the requester’s OpenAI address belongs to by now does not count', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    small.setPolicy(
      smallPolicy(
        ['openai: erin@acme.example', 'openai: was@acme.example'],
        ['openai: bea@acme.example', 'openai: erin@acme.example'],
      ),
    );
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ kind: 'refusal' });
    expect((await standing(small, id)).state).toBe('pending');
  });
});

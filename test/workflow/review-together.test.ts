import { describe, expect, test } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import type { Caller } from '#workflow/use-cases.ts';
import { at } from '../support/cast.ts';
import { kindsRemembered, remembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { recordOf, requested, standing } from '../support/walk.ts';

const roomy = () => smallPolicy(['limits: {', 'limits: { open_requests_per_person: 100,']);

async function shownTo(small: SmallHouse, caller: Caller) {
  const review = await small.useCases.review({ caller });
  if (review.kind !== 'review') throw new Error(JSON.stringify(review));
  return review.pictures.map(({ record }) => record.terms.id);
}

async function ticks(small: SmallHouse, ids: readonly RequestId[], caller: Caller = at('bea')) {
  const picks = [];
  for (const requestId of ids) picks.push({ requestId, digest: (await recordOf(small, requestId)).digest });
  const outcome = await small.useCases.approveTogether({ picks, caller });
  if (outcome.kind !== 'reviewed') throw new Error(JSON.stringify(outcome));
  return outcome.results.map(({ outcome: one }) => (one.kind === 'refusal' ? one.code : one.kind));
}

describe('Review together', () => {
  test('A13 · shows at most ten, only routine requests, only to whoever may decide on them', async () => {
    const small = await openSmallHouse({ policy: roomy() });
    const keys: RequestId[] = [];
    for (let n = 0; n < 12; n += 1) {
      keys.push(await requested(small, 'a new key'));
      small.clock.forward(1000);
    }
    await requested(small, 'revoke her key');
    await requested(small, 'revoke in production');
    expect(await shownTo(small, at('bea'))).toEqual(keys.slice(0, 10));
    for (const who of ['erin', 'zoe'] as const) expect(await shownTo(small, at(who))).toEqual([]);
  });

  test('A13 · counts each tick as one vote with its own entry, and nothing for what was not ticked', async () => {
    const small = await openSmallHouse();
    const [one, two, three] = [
      await requested(small, 'a new key'),
      await requested(small, 'a new key'),
      await requested(small, 'a new key'),
    ];
    const before = (await kindsRemembered(small)).filter((kind) => kind === 'request.decided').length;
    expect(await ticks(small, [one, three])).toEqual(['done', 'done']);
    const decided = (await remembered(small)).filter(({ kind }) => kind === 'request.decided');
    expect(decided).toHaveLength(before + 2);
    expect([(await standing(small, one)).state, (await standing(small, two)).state]).toEqual(['waiting', 'pending']);
  });

  test('A13 · refuses what destroys, also when somebody sends it as if it had been shown', async () => {
    const small = await openSmallHouse();
    const key = await requested(small, 'a new key');
    const revoke = await requested(small, 'revoke in production');
    expect(await ticks(small, [revoke, key])).toEqual(['review.alone', 'done']);
    expect((await standing(small, revoke)).state).toBe('pending');
    await small.house.refusals.flush(small.house);
    expect((await remembered(small)).map(({ what }) => what['code'])).toContain('review.alone');
  });

  test('does not count a tick beside another digest than the request has, nor one that comes twice', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    const other = { requestId: id, digest: 'ab'.repeat(32) };
    const wrong = await small.useCases.approveTogether({ picks: [other], caller: at('bea') });
    expect(wrong).toMatchObject({ results: [{ outcome: { kind: 'refusal', code: 'decide.too-late' } }] });
    expect((await standing(small, id)).state).toBe('pending');
    const press = at('bea', { deliveryKey: 'submit:V1:h1' });
    expect(await ticks(small, [id], press)).toEqual(['done']);
    expect(await ticks(small, [id], press)).not.toEqual(['done']);
  });

  test('A13 · counts no more approvals in an hour than the policy lets one person give', async () => {
    const small = await openSmallHouse({ policy: smallPolicy(['approvals_per_hour: 1000', 'approvals_per_hour: 2']) });
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push(await requested(small, 'a new key'));
    const [one, two, three] = await ticks(small, ids);
    expect([one, two]).toEqual(['done', 'done']);
    expect(three).toMatch(/^decision\.|^decide\./);
  });

  test('goes on with the others when one is refused, and refuses more than ten outright', async () => {
    const small = await openSmallHouse({ policy: roomy() });
    const hers = await requested(small, 'a new key', 'bea');
    const his = await requested(small, 'a new key');
    expect(await ticks(small, [hers, his])).toEqual(['decision.own-request', 'done']);
    const picks = Array.from({ length: 11 }, () => ({ requestId: hers, digest: 'ab'.repeat(32) }));
    expect(await small.useCases.approveTogether({ picks, caller: at('bea') })).toMatchObject({
      code: 'review.too-many',
    });
  });
});

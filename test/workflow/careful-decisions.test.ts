import { describe, expect, it } from 'vitest';
import { shortDigest } from '#domain/canonical.ts';
import { secondMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { recordDecision } from '#workflow/record-decision.ts';
import { codeProof, passkeyProof } from '../approvals/proofs.ts';
import { at, type Somebody } from '../support/cast.ts';
import { remembered } from '../support/remembered.ts';
import { enrolsPasskey } from '../support/enrolling.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { approved, collects, must, recordOf, requested, standing } from '../support/walk.ts';

const protectedBy = (what: string) =>
  smallPolicy(['routine: { approvals: 1, from: approvers }', `routine: { approvals: 1, from: approvers, ${what} }`]);
const policy = protectedBy('dwell: 4s, type_target: true');

interface How {
  readonly who?: Somebody;
  readonly openedAt?: number | null;
  readonly typed?: string | null;
  readonly kind?: 'approve' | 'deny';
}

async function decides(small: SmallHouse, requestId: Parameters<typeof recordOf>[1], how: How = {}) {
  const { who = 'bea', openedAt = null, typed = null, kind = 'approve' } = how;
  const { digest } = await recordOf(small, requestId);
  const attention = { openedAt, typed };
  const comment = kind === 'deny' ? 'not now' : '';
  return small.useCases.decide({ requestId, kind, comment, digest, attention, caller: at(who) });
}

describe('A13 · an approval that is pressed without looking', () => {
  it('is not counted before its seconds are over, and leaves no decision', async () => {
    const small = await openSmallHouse({ policy });
    const id = await requested(small, 'a new key');
    const openedAt = small.clock.now();
    small.clock.forward(3.9 * secondMs);
    expect(await decides(small, id, { openedAt, typed: 'search-dev' })).toMatchObject({ code: 'decide.look-again' });
    expect(await small.store.read.requests.decisions(id)).toEqual([]);
    small.clock.forward(0.1 * secondMs);
    must(await decides(small, id, { openedAt, typed: 'SEARCH-DEV' }));
    expect((await recordOf(small, id)).state).toBe('waiting');
  });

  it('may be sent again from the same window, which Slack names as before; what counted is counted once', async () => {
    const small = await openSmallHouse({ policy: protectedBy('dwell: 4s') });
    const id = await requested(small, 'a new key');
    const { digest } = await recordOf(small, id);
    const attention = { openedAt: small.clock.now(), typed: null };
    const caller = at('bea', { deliveryKey: 'view:V1:hash' });
    const press = () =>
      small.useCases.decide({ requestId: id, kind: 'approve', comment: '', digest, attention, caller });
    expect(await press()).toMatchObject({ code: 'decide.look-again' });
    small.clock.forward(4 * secondMs);
    must(await press());
    expect((await press()).kind).toBe('refusal');
    expect(await small.store.read.requests.decisions(id)).toHaveLength(1);
  });

  it('is not counted without the name or the short code', async () => {
    const small = await openSmallHouse({ policy });
    const id = await requested(small, 'a new key');
    const openedAt = small.clock.now() - 5 * secondMs;
    expect(await decides(small, id, { openedAt })).toMatchObject({ code: 'decide.typed-target' });
    must(await decides(small, id, { openedAt, typed: shortDigest((await recordOf(small, id)).digest) }));
  });

  it('tells a stranger nothing of what it would take', async () => {
    const small = await openSmallHouse({ policy });
    const id = await requested(small, 'a new key');
    for (const [who, code] of [
      ['erin', 'decision.own-request'],
      ['priya', 'decision.not-eligible'],
    ] as const) {
      expect(await decides(small, id, { who })).toMatchObject({ code });
    }
  });

  it('asks nothing of a denial', async () => {
    const small = await openSmallHouse({ policy });
    const id = await requested(small, 'a new key');
    must(await decides(small, id, { kind: 'deny' }));
  });

  it('A17 · asks for what was asked when it was made and for what is asked now', async () => {
    const small = await openSmallHouse({ policy });
    const id = await requested(small, 'a new key');
    small.setPolicy(protectedBy('dwell: 10s'));
    const openedAt = small.clock.now() - 9 * secondMs;
    expect(await decides(small, id, { openedAt, typed: 'search-dev' })).toMatchObject({ code: 'decide.look-again' });
    small.clock.forward(secondMs);
    expect(await decides(small, id, { openedAt })).toMatchObject({ code: 'decide.typed-target' });
    must(await decides(small, id, { openedAt, typed: 'search-dev' }));
  });

  it('keeps with the entry how it was given', async () => {
    const small = await openSmallHouse({ policy });
    const id = await requested(small, 'a new key');
    small.clock.forward(7 * secondMs);
    must(await decides(small, id, { openedAt: small.clock.now() - 6 * secondMs, typed: 'search-dev' }));
    const entry = (await remembered(small)).find(({ kind }) => kind === 'request.decided');
    expect(entry?.what).toMatchObject({ via: 'button', dwellMs: 6000, typed: true, proof: 'none' });
    expect(entry?.what['evidenceAgeMs']).toBeGreaterThanOrEqual(0);
    expect(entry?.what['evidenceAgeMs']).toBeLessThanOrEqual(60_000);
  });
});

describe('A11, A17 · an approval without the proof that is asked for', () => {
  it('is not counted', async () => {
    const small = await openSmallHouse({ policy: protectedBy('step_up: passkey') });
    await enrolsPasskey(small, 'bea');
    const id = await requested(small, 'a new key');
    const { digest } = await recordOf(small, id);
    const ask = { requestId: id, kind: 'approve', comment: '', digest, caller: at('bea') } as const;
    expect(await recordDecision(small.house, ask, null)).toMatchObject({ code: 'decide.step-up' });
    expect(await recordDecision(small.house, ask, codeProof)).toMatchObject({ code: 'decide.step-up' });
    must(await recordDecision(small.house, ask, passkeyProof));
  });

  it('lapses when the policy asks for the proof before it is used', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    small.setPolicy(protectedBy('step_up: code'));
    expect((await collects(small, id)).outcome.kind).toBe('failed');
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'pending' });
    expect(small.vendor.arrivals).toEqual([]);
  });
});

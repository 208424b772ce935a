import { describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { at, type Somebody } from '../../support/cast.ts';
import { enrolsCodes, enrolsPasskey, tokenIn } from '../../support/enrolling.ts';
import { remembered } from '../../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../../support/small-house.ts';
import { smallPolicy } from '../../support/small-policy.ts';
import { recordOf, requested, standing } from '../../support/walk.ts';

const asking = (stepUp: string) =>
  smallPolicy(['destructive: { approvals: 1', `destructive: { step_up: ${stepUp}, approvals: 1`]);

async function checks(small: SmallHouse, requestId: RequestId, who: Somebody = 'bea') {
  return small.useCases.check({ requestId, kind: 'approve', caller: at(who) });
}

async function approves(small: SmallHouse, requestId: RequestId, code?: string) {
  const { digest } = await recordOf(small, requestId);
  const given = code === undefined ? {} : { code };
  return small.useCases.decide({ requestId, kind: 'approve', comment: '', digest, caller: at('bea'), ...given });
}

/** The token of the page that opens for an approval. */
async function opens(small: SmallHouse, requestId: RequestId): Promise<string> {
  const checked = await checks(small, requestId);
  if (checked.kind !== 'may' || checked.asks?.by !== 'page') throw new Error(JSON.stringify(checked));
  return tokenIn(checked.asks.url);
}

describe('an approval that asks for a passkey', () => {
  const open = async () => {
    const small = await openSmallHouse({ policy: asking('passkey') });
    const phone = await enrolsPasskey(small, 'bea');
    await enrolsPasskey(small, 'omar');
    const id = await requested(small, 'revoke her key');
    return { small, phone, id, useCases: openPageUseCases(small.house) };
  };

  it('A11, A18, D3 · counts only with its signature, whatever Slack delivers', async () => {
    const { small, id } = await open();
    await approves(small, id);
    expect((await standing(small, id)).state).toBe('pending');
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
  });

  it('E10 · is a signature over exactly what was approved, verified years later from the chain alone', async () => {
    const { small, phone, id, useCases } = await open();
    const token = await opens(small, id);
    const page = await useCases.openDecision(token);
    if (page.kind !== 'decision') throw new Error(JSON.stringify(page));
    const answer = phone.sign(page.sign.challenge);
    expect(await useCases.decide({ token, answer, comment: 'as asked' })).toMatchObject({ kind: 'done' });
    expect((await standing(small, id)).state).toBe('approved');
    const signatures = () => verifySignatures(small.store.read.audit, proofHolds);
    expect(await signatures()).toEqual({ signed: 1, codes: 0, broken: [] });
    const [decided] = (await remembered(small)).filter(({ kind }) => kind === 'request.decided');
    expect(decided?.what).toMatchObject({ via: 'page', proof: 'passkey', signed: { person: 'bea' } });
    expect(await small.store.read.stepUp.proofsOf(id)).toMatchObject([{ person: 'bea', proof: { kind: 'passkey' } }]);
  });

  it('B9 · votes once, however often its page is sent', async () => {
    const { small, phone, id, useCases } = await open();
    const token = await opens(small, id);
    const page = await useCases.openDecision(token);
    if (page.kind !== 'decision') throw new Error(JSON.stringify(page));
    const answer = phone.sign(page.sign.challenge);
    const outcomes = await Promise.all([1, 2, 3].map(() => useCases.decide({ token, answer, comment: '' })));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(await useCases.openDecision(token)).toMatchObject({ code: 'step-up.ticket' });
    expect(await useCases.decide({ token, answer, comment: '' })).toMatchObject({ code: 'step-up.ticket' });
  });

  it('refuses a signature over anything else, and of anybody else', async () => {
    const { small, phone, id, useCases } = await open();
    const other = await requested(small, 'a new key');
    const page = await useCases.openDecision(await opens(small, id));
    if (page.kind !== 'decision') throw new Error(JSON.stringify(page));
    const token = await opens(small, id);
    for (const challenge of [small.house.presence.newChallenge(), Buffer.from(other).toString('base64')]) {
      const answer = phone.sign(challenge);
      expect(await useCases.decide({ token, answer, comment: '' })).toMatchObject({ code: 'step-up.signature' });
    }
    expect(await useCases.decide({ token, answer: null, comment: '' })).toMatchObject({ code: 'step-up.signature' });
    expect((await standing(small, id)).state).toBe('pending');
  });

  it('is over with its ten minutes', async () => {
    const { small, id, useCases } = await open();
    const token = await opens(small, id);
    small.clock.forward(10 * minuteMs);
    expect(await useCases.openDecision(token)).toMatchObject({ code: 'step-up.ticket' });
  });

  it('cannot be given by somebody who has not enrolled, and says so before anything is opened', async () => {
    const { small, id } = await open();
    expect(await checks(small, id, 'sam')).toMatchObject({ code: 'step-up.not-enrolled' });
  });
});

it('is not even asked for while too few could give it, and says who has to enrol', async () => {
  const small = await openSmallHouse({ policy: asking('passkey') });
  await expect(requested(small, 'revoke her key')).rejects.toThrow(/step-up.unreachable.*Bea Lindqvist/);
});

describe('an approval that asks for a code', () => {
  const open = async () => {
    const small = await openSmallHouse({ policy: asking('code') });
    const app = await enrolsCodes(small, 'bea');
    small.clock.forward(minuteMs);
    const id = await requested(small, 'revoke her key');
    return { small, app, id };
  };

  it('counts with the newest code of its person', async () => {
    const { small, app, id } = await open();
    expect(await checks(small, id)).toMatchObject({ kind: 'may', asks: { by: 'code' } });
    const code = app.code(small.clock.now());
    expect(await approves(small, id, code)).toMatchObject({ kind: 'done' });
    expect((await standing(small, id)).state).toBe('approved');
    expect(JSON.stringify(await remembered(small))).not.toContain(code);
    expect(await verifySignatures(small.store.read.audit, proofHolds)).toEqual({ signed: 0, codes: 1, broken: [] });
  });

  it('A11 · refuses a code that was used, and every one before it', async () => {
    const { small, app, id } = await open();
    const code = app.code(small.clock.now());
    expect(await approves(small, id, code)).toMatchObject({ kind: 'done' });
    const again = await requested(small, 'revoke her key');
    expect(await approves(small, again, code)).toMatchObject({ code: 'step-up.code' });
    expect((await standing(small, again)).state).toBe('pending');
  });

  it('says the same of every code that is not accepted, and accepts none for 15 minutes after five', async () => {
    const { small, app, id } = await open();
    const told = [];
    for (let n = 0; n < 5; n += 1) told.push(await approves(small, id, '000000'));
    told.push(await approves(small, id, app.code(small.clock.now())));
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(told[0]).toMatchObject({ code: 'step-up.code' });
    const locked = (await remembered(small)).filter(({ kind }) => kind === 'step-up.locked');
    expect(locked).toHaveLength(1);
    const alarms = (await small.store.read.outbox.due(small.clock.now(), 50)).filter(({ key }) => /locked/.test(key));
    expect(alarms.map(({ payload }) => payload['channel'])).toEqual(['C0ALERTS01', 'U0BEA00001']);
    small.clock.forward(15 * minuteMs);
    expect(await approves(small, id, app.code(small.clock.now()))).toMatchObject({ kind: 'done' });
  });

  it('takes a passkey too, which proves more', async () => {
    const small = await openSmallHouse({ policy: asking('code') });
    await enrolsPasskey(small, 'bea');
    const id = await requested(small, 'revoke her key');
    expect(await opens(small, id)).toMatch(/^[0-9a-f]{64}$/);
  });
});

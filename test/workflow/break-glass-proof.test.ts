import { describe, expect, test } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { at } from '../support/cast.ts';
import { enrolsCodes, enrolsPasskey, tokenIn } from '../support/enrolling.ts';
import { remembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { asks, requested, standing } from '../support/walk.ts';

const incident = 'https://incidents.acme.example/INC-7';
const section = `break_glass:
  people: [sam, bea]
  operations: [keys.revoke]
  lifetime: 15m
  incident: https://incidents.acme.example/*
  notify: [approvers]
live: on`;

const open = (...changes: readonly PolicyChange[]) =>
  openSmallHouse({ policy: smallPolicy(['live: on', section], ...changes) });
const asking = (stepUp: string): PolicyChange => [
  'destructive: { approvals: 1',
  `destructive: { step_up: ${stepUp}, approvals: 1`,
];

const wishes = (small: SmallHouse) =>
  small.useCases.draft({
    ...asks['revoke her key'],
    reason: 'it is public',
    emergency: { incident },
    caller: at('sam'),
  });

async function drafted(small: SmallHouse) {
  const outcome = await wishes(small);
  if (outcome.kind !== 'drafted') throw new Error(JSON.stringify(outcome));
  return { id: outcome.picture.record.terms.id, asks: outcome.asks };
}

const sends = (small: SmallHouse, requestId: Awaited<ReturnType<typeof drafted>>['id'], code?: string) =>
  small.useCases.submit({ requestId, typedName: null, caller: at('sam'), ...(code === undefined ? {} : { code }) });

describe('whoever breaks the glass and has enrolled codes', () => {
  const openWithApp = async () => {
    const small = await open();
    const app = await enrolsCodes(small, 'sam');
    small.clock.forward(minuteMs);
    return { small, code: () => app.code(small.clock.now()) };
  };

  test('A16 · sends it with one, which the entry keeps, and nothing is sent without', async () => {
    const { small, code } = await openWithApp();
    const { id, asks: asked } = await drafted(small);
    expect(asked).toEqual({ by: 'code' });
    expect(await sends(small, id)).toMatchObject({ code: 'break-glass.unproven' });
    expect(await sends(small, id, '000000')).toMatchObject({ code: 'step-up.code' });
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
    expect(await sends(small, id, code())).toMatchObject({ kind: 'done' });
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('succeeded');
    const [made] = (await remembered(small)).filter(({ kind }) => kind === 'request.made');
    expect(made?.what).toMatchObject({ proof: 'code', signed: { kind: 'code', person: 'sam' } });
  });

  test('is asked for nothing where they ask for a quorum', async () => {
    const { small } = await openWithApp();
    const id = await requested(small, 'revoke her key', 'sam');
    expect((await standing(small, id)).state).toBe('pending');
  });
});

describe('whoever breaks the glass and has a passkey', () => {
  const openWithPhone = async () => {
    const small = await open();
    const phone = await enrolsPasskey(small, 'sam');
    const { id, asks: asked } = await drafted(small);
    if (asked?.by !== 'page') throw new Error(JSON.stringify(asked));
    const token = tokenIn(asked.url);
    const useCases = openPageUseCases(small.house);
    const page = await useCases.openSending(token);
    if (page.kind !== 'decision') throw new Error(JSON.stringify(page));
    return { small, phone, id, token, useCases, page };
  };

  test('A16, E10 · signs exactly this request on a page, verified later from the chain alone', async () => {
    const { small, phone, id, token, useCases, page } = await openWithPhone();
    const answer = phone.sign(page.sign.challenge);
    const outcomes = await Promise.all([1, 2].map(() => useCases.send({ token, answer })));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('succeeded');
    expect(small.vendor.arrivals).toHaveLength(1);
    expect(await verifySignatures(small.store.read.audit, proofHolds)).toEqual({ signed: 1, codes: 0, broken: [] });
  });

  test('cannot send it in Slack, nor with another signature', async () => {
    const { small, phone, id, token, useCases } = await openWithPhone();
    expect(await sends(small, id)).toMatchObject({ code: 'break-glass.unproven' });
    const other = phone.sign(small.house.presence.newChallenge());
    expect(await useCases.send({ token, answer: other })).toMatchObject({ code: 'break-glass.signature' });
    expect((await standing(small, id)).state).toBe('draft');
  });
});

describe('whoever breaks the glass and has enrolled nothing', () => {
  test('is asked for nothing where an approval would need nothing', async () => {
    const small = await open();
    const { id, asks: asked } = await drafted(small);
    expect(asked).toEqual({ by: 'nothing' });
    expect(await sends(small, id)).toMatchObject({ kind: 'done' });
  });

  test.each(['code', 'passkey'])('cannot where an approval would need a %s', async (stepUp) => {
    expect(await wishes(await open(asking(stepUp)))).toMatchObject({ code: 'break-glass.not-enrolled' });
  });
});

test('approvers need not have enrolled: the glass stands in for their consent, not for the presence of whoever breaks it', async () => {
  const small = await open(asking('code'));
  const app = await enrolsCodes(small, 'sam');
  small.clock.forward(minuteMs);
  await expect(requested(small, 'revoke her key', 'sam')).rejects.toThrow(/step-up.unreachable/);
  const { id } = await drafted(small);
  expect(await sends(small, id, app.code(small.clock.now()))).toMatchObject({ kind: 'done' });
  await executeApproved(small.house);
  expect((await standing(small, id)).state).toBe('succeeded');
});

import { describe, expect, it } from 'vitest';
import { operationId, personId, type RequestId } from '#domain/ids.ts';
import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import { at, type Somebody } from '../../support/cast.ts';
import { enrolsCodes, enrolsPasskey, tokenIn } from '../../support/enrolling.ts';
import { remembered, toBePosted } from '../../support/remembered.ts';
import { openSmallHouse, pages, type SmallHouse } from '../../support/small-house.ts';
import { smallPolicy } from '../../support/small-policy.ts';
import { SoftPasskey } from '../../support/soft-passkey.ts';
import { decides, must, requested, standing } from '../../support/walk.ts';

const critical = 'critical: { approvals: 2, from: approvers';
const rule = `  - name: Everyone may ask to enrol and to reset
    operations: [step-up.enrol, step-up.reset]
    requesters: everyone

live: on`;
const policy = () =>
  smallPolicy(
    ['live: on', rule],
    [critical, `${critical}, dwell: 0s`],
    ['destructive: { approvals: 1', 'destructive: { step_up: passkey, approvals: 1'],
  );

async function asksFor(small: SmallHouse, operation: string, { who, person }: { who: Somebody; person?: string }) {
  const drafted = await small.useCases.draft({
    operationId: operationId(operation),
    input: person === undefined ? {} : { person },
    reason: 'a new phone',
    caller: at(who),
  });
  if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
  const { id } = drafted.picture.record.terms;
  must(await small.useCases.submit({ requestId: id, typedName: drafted.picture.typeToConfirm, caller: at(who) }));
  return id;
}

async function carriedOut(small: SmallHouse, id: RequestId, approvers: readonly Somebody[]) {
  for (const who of approvers) must(await decides(small, id, { who }));
  await executeApproved(small.house);
  expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
}

/** What somebody’s own page is just now. */
async function ownPage(small: SmallHouse, who: Somebody) {
  const read = await small.useCases.read({ operationId: operationId('step-up.page'), input: {}, caller: at(who) });
  if (read.kind !== 'view') throw new Error(JSON.stringify(read));
  const link = read.view.parts.find((part) => part.part === 'link');
  return { says: JSON.stringify(read.view.parts), token: link?.part === 'link' ? tokenIn(link.url) : null };
}

const open = () => openSmallHouse({ policy: policy() });
const approvable = (small: SmallHouse) => small.house.store.read.stepUp.passkeysOf(personId('sam'));

describe('enrolling after the first two', () => {
  it('takes two other people, and counts only after the cooling time', async () => {
    const small = await open();
    await enrolsPasskey(small, 'bea');
    const id = await asksFor(small, 'step-up.enrol', { who: 'sam' });
    expect(await decides(small, id, { who: 'sam' })).toMatchObject({ kind: 'refusal' });
    expect((await ownPage(small, 'sam')).token).toBeNull();
    await carriedOut(small, id, ['bea', 'omar']);
    const { token } = await ownPage(small, 'sam');
    const useCases = openPageUseCases(small.house);
    const page = await useCases.openEnrolment(token ?? '');
    if (page.kind !== 'enrolment') throw new Error(JSON.stringify(page));
    expect(page.coolingMs).toBe(dayMs);
    const phone = new SoftPasskey(pages);
    const answer = phone.make(page.make.challenge);
    expect(await useCases.enrolPasskey({ token: token ?? '', answer })).toMatchObject({ what: 'passkey' });
    const asked = await requested(small, 'revoke her key');
    const check = () => small.useCases.check({ requestId: asked, kind: 'approve', caller: at('sam') });
    expect(await check()).toMatchObject({ code: 'step-up.not-enrolled' });
    small.clock.forward(dayMs - minuteMs);
    expect(await approvable(small)).toHaveLength(1);
    const still = await requested(small, 'revoke in production');
    expect(await small.useCases.check({ requestId: still, kind: 'approve', caller: at('sam') })).toMatchObject({
      code: 'step-up.not-enrolled',
    });
    small.clock.forward(minuteMs);
    expect(await small.useCases.check({ requestId: still, kind: 'approve', caller: at('sam') })).toMatchObject({
      asks: { by: 'page' },
    });
  });

  it('is one passkey a page, and a passkey of one person is never another’s', async () => {
    const small = await open();
    const phone = await enrolsPasskey(small, 'bea');
    await carriedOut(small, await asksFor(small, 'step-up.enrol', { who: 'sam' }), ['bea', 'omar']);
    const token = (await ownPage(small, 'sam')).token ?? '';
    const useCases = openPageUseCases(small.house);
    const page = await useCases.openEnrolment(token);
    if (page.kind !== 'enrolment') throw new Error(JSON.stringify(page));
    expect(await useCases.enrolPasskey({ token, answer: phone.make(page.make.challenge) })).toMatchObject({
      code: 'step-up.not-made',
    });
    const answer = new SoftPasskey(pages).make(page.make.challenge);
    expect(await useCases.enrolPasskey({ token, answer })).toMatchObject({ what: 'passkey' });
    expect(await useCases.enrolPasskey({ token, answer })).toMatchObject({ code: 'step-up.ticket' });
    expect((await approvable(small)).map(({ person }) => person)).toEqual(['sam']);
  });

  it('is over a day after it was approved', async () => {
    const small = await open();
    await carriedOut(small, await asksFor(small, 'step-up.enrol', { who: 'sam' }), ['bea', 'omar']);
    small.clock.forward(dayMs);
    expect((await ownPage(small, 'sam')).token).toBeNull();
  });
});

describe('a reset', () => {
  it('takes back passkeys, codes, recovery codes and every right to enrol, and says so in the alerts', async () => {
    const small = await open();
    await enrolsPasskey(small, 'bea');
    await enrolsCodes(small, 'omar');
    await carriedOut(small, await asksFor(small, 'step-up.enrol', { who: 'bea' }), ['sam', 'omar']);
    const id = await asksFor(small, 'step-up.reset', { who: 'erin', person: 'bea' });
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ kind: 'refusal' });
    await carriedOut(small, id, ['sam', 'omar']);
    const { stepUp } = small.store.read;
    const bea = personId('bea');
    expect([
      await stepUp.passkeysOf(bea),
      await stepUp.seedOf(bea),
      await stepUp.recoveryCodesOf(bea),
      await stepUp.enrolmentsOf(bea, small.clock.now()),
    ]).toEqual([[], null, [], []]);
    expect(await stepUp.seedOf(personId('omar'))).not.toBeNull();
    const kinds = (await remembered(small)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'step-up.reset')).toHaveLength(1);
    const told = (await toBePosted(small)).filter(({ key }) => key.startsWith(`step-up:reset:${id}`));
    expect(told.map(({ payload }) => payload['channel'])).toEqual(['C0ALERTS01', 'U0BEA00001']);
  });
});

describe('a recovery', () => {
  const lost = async () => {
    const small = await open();
    const { recoveryCodes } = await enrolsCodes(small, 'bea');
    const page = await ownPage(small, 'bea');
    return { small, recoveryCodes, token: page.token ?? '', useCases: openPageUseCases(small.house) };
  };

  it.each([
    [0, 1],
    [1, 4],
    [4, 2],
  ])('begins with any two of the five codes (%i and %i), and every channel hears of it', async (one, other) => {
    const { small, recoveryCodes, token, useCases } = await lost();
    const codes = [recoveryCodes[one] ?? '', recoveryCodes[other] ?? ''];
    expect(await useCases.recover({ token, codes })).toMatchObject({ kind: 'done' });
    const told = (await toBePosted(small)).filter(({ key }) => key.startsWith('step-up:recovering:'));
    expect(told.map(({ payload }) => payload['channel'])).toEqual([
      'C0ALERTS01',
      'C0APPROVE1',
      'C0AUDIT001',
      'U0BEA00001',
    ]);
    expect((await remembered(small)).filter(({ kind }) => kind === 'step-up.recovering')).toHaveLength(1);
  });

  it('lets its person enrol anew after a day, not before, and for two', async () => {
    const { small, recoveryCodes, token, useCases } = await lost();
    await useCases.recover({ token, codes: recoveryCodes.slice(0, 2) });
    small.clock.forward(dayMs - minuteMs);
    expect(await ownPage(small, 'bea')).toMatchObject({
      token: null,
      says: expect.stringContaining('Your recovery waits a day'),
    });
    small.clock.forward(minuteMs);
    const page = await ownPage(small, 'bea');
    const opened = await useCases.openEnrolment(page.token ?? '');
    if (opened.kind !== 'enrolment') throw new Error(JSON.stringify(opened));
    const answer = new SoftPasskey(pages).make(opened.make.challenge);
    expect(await useCases.enrolPasskey({ token: page.token ?? '', answer })).toMatchObject({ kind: 'enrolled' });
    expect(await small.store.read.stepUp.passkeysOf(personId('bea'))).toMatchObject([{ origin: 'recovery' }]);
    const again = await lost();
    await again.useCases.recover({ token: again.token, codes: again.recoveryCodes.slice(0, 2) });
    again.small.clock.forward(3 * dayMs);
    expect((await ownPage(again.small, 'bea')).says).not.toContain('Opens once, for ten minutes');
  });

  it('does not begin with one code twice, one that was used, or somebody else’s, and locks after five attempts', async () => {
    const { small, recoveryCodes, token, useCases } = await lost();
    const [first = '', second = ''] = recoveryCodes;
    const others = (await enrolsCodes(small, 'omar')).recoveryCodes;
    for (const codes of [[first, first], [first], [first, 'AAAA-AAAA-AAAA'], others.slice(0, 2), []])
      expect(await useCases.recover({ token, codes })).toMatchObject({ code: 'step-up.recovery' });
    expect(await useCases.recover({ token, codes: [first, second] })).toMatchObject({ code: 'step-up.recovery' });
    const locked = (await remembered(small)).filter(({ kind }) => kind === 'step-up.locked');
    expect(locked).toHaveLength(1);
    small.clock.forward(15 * minuteMs);
    const anew = (await ownPage(small, 'bea')).token ?? '';
    expect(await useCases.recover({ token: anew, codes: [first, second] })).toMatchObject({ kind: 'done' });
    const third = { token: (await ownPage(small, 'bea')).token ?? anew, codes: [first, recoveryCodes[2] ?? ''] };
    expect(await useCases.recover(third)).toMatchObject({ kind: 'refusal' });
  });

  it('is taken back by a reset during its day', async () => {
    const { small, recoveryCodes, token, useCases } = await lost();
    await useCases.recover({ token, codes: recoveryCodes.slice(0, 2) });
    small.clock.forward(hourMs);
    await carriedOut(small, await asksFor(small, 'step-up.reset', { who: 'erin', person: 'bea' }), ['sam', 'omar']);
    small.clock.forward(dayMs);
    expect((await ownPage(small, 'bea')).token).toBeNull();
  });
});

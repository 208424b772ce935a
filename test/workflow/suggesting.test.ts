import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { at, type Somebody } from '../support/cast.ts';
import { remembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { decides, must, recordOf, requested, standing } from '../support/walk.ts';

const week = { for: '7d' };

const looking = (
  small: SmallHouse,
  requestId: RequestId,
  { words = week, who = 'bea' }: { words?: Readonly<Record<string, string>>; who?: Somebody } = {},
) => small.useCases.lookNarrower({ requestId, words, caller: at(who) });

async function suggests(small: SmallHouse, requestId: RequestId, words: Record<string, string> = week) {
  const would = await looking(small, requestId, { words });
  if (would.kind !== 'would') throw new Error(`Not shown: ${JSON.stringify(would)}`);
  const { sight, at: seenAt } = would;
  must(await small.useCases.suggestNarrower({ requestId, words, sight, at: seenAt, caller: at('bea') }));
  const id = (await small.store.read.suggestions.of(requestId)).at(-1)?.id ?? 0;
  return { suggestion: id, would };
}

async function takes(small: SmallHouse, requestId: RequestId, suggestion: number) {
  const drafted = await small.useCases.takeSuggestion({ requestId, suggestion, caller: at('erin') });
  if (drafted.kind !== 'drafted') throw new Error(`Not drafted: ${JSON.stringify(drafted)}`);
  const { terms } = drafted.picture.record;
  const sent = await small.useCases.submit({ requestId: terms.id, typedName: null, caller: at('erin') });
  return { id: terms.id, said: must(sent) };
}

describe('an approver who would approve less', () => {
  test('has approved it when the requester takes it: exactly what was seen is what is sent', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const { suggestion, would } = await suggests(small, old);
    small.clock.forward(hourMs);
    const { id, said } = await takes(small, old, suggestion);
    expect(said).toContain('Bea Lindqvist has approved it already, by suggesting it.');
    const { terms, digest, state } = await recordOf(small, id);
    expect(terms.plan).toEqual(would.picture.record.terms.plan);
    expect(terms.input['for']).toBe(7 * dayMs);
    expect(state).toBe('waiting');
    expect(await small.store.read.requests.decisions(id)).toMatchObject([{ person: 'bea', kind: 'approve', digest }]);
    expect((await standing(small, old)).state).toBe('cancelled');
    expect((await small.useCases.picture(id))?.took).toMatchObject({ end: { as: 'taken', counted: true } });
    const kinds = (await remembered(small)).map(({ kind }) => kind).filter((kind) => kind.startsWith('suggestion.'));
    expect(kinds).toEqual(['suggestion.made', 'suggestion.taken']);
  });

  test('never alters what was asked for: the request stays what it is until its requester takes another', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const before = await recordOf(small, old);
    await suggests(small, old);
    expect(await recordOf(small, old)).toEqual(before);
    expect(await small.store.read.requests.decisions(old)).toEqual([]);
  });

  test.each([
    ['more', { for: '60d' }],
    ['the same', { for: '30d' }],
    ['something that cannot be compared', { name: 'other' }],
    ['another project', { project: 'proj_prod' }],
    ['nothing that can be read', { for: 'soon' }],
    ['a field that is none', { constructor: '1' }],
    ['nothing', {}],
  ] as const)('is refused %s, in a sentence', async (_, words) => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const outcome = await looking(small, old, { words });
    expect(outcome).toMatchObject({ kind: 'refusal', code: 'suggestion.not-narrower' });
    const sent = { requestId: old, words, sight: 'ab'.repeat(32), at: small.clock.now(), caller: at('bea') };
    expect(await small.useCases.suggestNarrower(sent)).toMatchObject({ kind: 'refusal' });
    expect(await small.store.read.suggestions.of(old)).toEqual([]);
  });

  test('suggests only what was shown to them', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const would = await looking(small, old);
    if (would.kind !== 'would') throw new Error('Not shown');
    const sent = { requestId: old, sight: would.sight, at: would.at, caller: at('bea') };
    const other = await small.useCases.suggestNarrower({ ...sent, words: { for: '6d' } });
    expect(other).toMatchObject({ kind: 'refusal', code: 'suggestion.other-now' });
    const later = await small.useCases.suggestNarrower({ ...sent, words: week, at: would.at + 1 });
    expect(later).toMatchObject({ kind: 'refusal', code: 'suggestion.other-now' });
  });

  test.each(['erin', 'priya', 'zoe'] as const)('is nobody like %s, who may not approve', async (who) => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    expect(await looking(small, old, { who })).toMatchObject({ kind: 'refusal' });
  });
});

describe('a suggestion does not count', () => {
  const notCounted = async (small: SmallHouse, old: RequestId, suggestion: number) => {
    const { id, said } = await takes(small, old, suggestion);
    expect(said).toContain('Bea Lindqvist has to decide anew');
    expect(await small.store.read.requests.decisions(id)).toEqual([]);
    expect((await standing(small, id)).state).toBe('pending');
    expect((await small.useCases.picture(id))?.took).toMatchObject({ end: { as: 'taken', counted: false } });
    must(await decides(small, id, { who: 'bea' }));
  };

  test('when what was read has changed since', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const { suggestion } = await suggests(small, old);
    const project = small.vendor.organization.projects.get('proj_dev');
    if (project === undefined) throw new Error('There is no such project');
    small.vendor.organization.projects.set('proj_dev', { ...project, name: 'search-prod-2' });
    await notCounted(small, old, suggestion);
  });

  test('when it is no longer news', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const { suggestion } = await suggests(small, old);
    small.clock.forward(8 * hourMs);
    await notCounted(small, old, suggestion);
  });

  test('when whoever made it is no member any more', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const { suggestion } = await suggests(small, old);
    small.people.becomes('bea', 'guest');
    const { id } = await takes(small, old, suggestion);
    expect(await small.store.read.requests.decisions(id)).toEqual([]);
  });

  test('when whoever made it may not decide any more', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const { suggestion } = await suggests(small, old);
    small.setPolicy(smallPolicy(['approvers: [bea, omar, sam]', 'approvers: [omar, sam]']));
    const { id } = await takes(small, old, suggestion);
    expect(await small.store.read.requests.decisions(id)).toEqual([]);
    expect((await standing(small, id)).state).toBe('pending');
  });

  test('for something else that the requester makes of it', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    await suggests(small, old);
    const { terms } = await recordOf(small, old);
    const drafted = await small.useCases.draft({
      operationId: terms.plan.operation,
      input: { ...terms.input, for: 8 * dayMs },
      reason: terms.reason,
      changes: old,
      caller: at('erin'),
    });
    if (drafted.kind !== 'drafted') throw new Error('Not drafted');
    const { id } = drafted.picture.record.terms;
    must(await small.useCases.submit({ requestId: id, typedName: null, caller: at('erin') }));
    expect(await small.store.read.requests.decisions(id)).toEqual([]);
  });
});

describe('the requester', () => {
  test('can keep what was asked for, which the approver is told', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const { suggestion } = await suggests(small, old);
    must(await small.useCases.keepMine({ requestId: old, suggestion, caller: at('erin') }));
    expect((await standing(small, old)).state).toBe('pending');
    expect(await small.useCases.takeSuggestion({ requestId: old, suggestion, caller: at('erin') })).toMatchObject({
      kind: 'refusal',
      code: 'suggestion.answered',
    });
    must(await decides(small, old, { who: 'bea' }));
  });

  test.each(['bea', 'omar', 'priya'] as const)('is the one who answers, not %s', async (who) => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const { suggestion } = await suggests(small, old);
    for (const answer of ['takeSuggestion', 'keepMine'] as const) {
      const outcome = await small.useCases[answer]({ requestId: old, suggestion, caller: at(who) });
      expect(outcome).toMatchObject({ kind: 'refusal', code: 'request.not-yours' });
    }
    expect((await small.store.read.suggestions.of(old))[0]?.end).toEqual({ as: 'open' });
  });

  test('B11 · who takes it while somebody denies gets one end, never an approved second request beside it', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const { suggestion } = await suggests(small, old);
    const drafted = await small.useCases.takeSuggestion({ requestId: old, suggestion, caller: at('erin') });
    if (drafted.kind !== 'drafted') throw new Error('Not drafted');
    const { id } = drafted.picture.record.terms;
    const [sent, denied] = await Promise.all([
      small.useCases.submit({ requestId: id, typedName: null, caller: at('erin') }),
      decides(small, old, { who: 'omar', kind: 'deny' }),
    ]);
    expect([sent.kind, denied.kind].filter((kind) => kind === 'done')).toHaveLength(1);
    const states = [(await standing(small, old)).state, (await standing(small, id)).state];
    expect([
      ['cancelled', 'waiting'],
      ['denied', 'draft'],
    ]).toContainEqual(states);
  });
});

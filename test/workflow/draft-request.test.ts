import { describe, expect, test } from 'vitest';
import { dayMs, minuteMs } from '#domain/instant.ts';
import { Fault } from '#domain/fault.ts';
import { operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { deliverOutbox } from '#workflow/deliver-outbox.ts';
import { dmKey } from '#workflow/ports/messages.ts';
import { at } from '../support/cast.ts';
import { everyFakeSecret, fakeOpenAiKey } from '../support/fake-secret.ts';
import { keysToBePosted, kindsRemembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { asks, drafted, drafts, standing } from '../support/walk.ts';

const revoke = asks['revoke her key'];
const issue = asks['a new key'];

async function refusalOf(small: SmallHouse, ask: { operationId: string; input: JsonObject; reason?: string }) {
  const { reason = 'laptop lost' } = ask;
  const outcome = await small.useCases.draft({
    ...ask,
    operationId: operationId(ask.operationId),
    reason,
    caller: at('erin'),
  });
  if (outcome.kind !== 'refusal') throw new Error(`Not refused: ${outcome.kind}`);
  return outcome;
}

describe('a draft', () => {
  test('is the plan as it would be sent, seen by its requester alone', async () => {
    const small = await openSmallHouse();
    const outcome = await drafts(small, 'revoke her key');
    expect(outcome).toMatchObject({
      kind: 'drafted',
      picture: {
        typeToConfirm: null,
        record: { state: 'draft', revision: 0, attempt: 0 },
        decisions: [],
        effects: [],
        isProduction: false,
      },
    });
    expect(await keysToBePosted(small)).toEqual([]);
    expect(await kindsRemembered(small)).toEqual([]);
  });

  test('has read what the plan stands on, and has changed nothing', async () => {
    const small = await openSmallHouse();
    await drafted(small, 'revoke her key');
    expect(small.vendor.reads.map(({ endpoint }) => endpoint)).toEqual([
      'GET /organization/projects/{project_id}',
      'GET /organization/projects/{project_id}/api_keys/{api_key_id}',
    ]);
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('says who is needed and who could be', async () => {
    const small = await openSmallHouse();
    const outcome = await drafts(small, 'a new key', 'bea');
    expect(outcome).toMatchObject({
      picture: { stillNeeds: '1 person from approvers', couldDecide: ['U0OMAR0001', 'U0SAM00001'] },
    });
  });

  test('in production asks for the target’s name to be typed, where something is destroyed', async () => {
    const small = await openSmallHouse();
    expect(await drafts(small, 'revoke in production')).toMatchObject({
      picture: { typeToConfirm: 'erin-prod', isProduction: true },
    });
    const project = { id: 'proj_prod', name: 'search-prod' };
    const outcome = await small.useCases.draft({
      ...issue,
      input: { ...issue.input, project },
      reason: 'nightly run',
      caller: at('erin'),
    });
    expect(outcome).toMatchObject({ kind: 'drafted', picture: { typeToConfirm: null, isProduction: true } });
  });

  test('goes by the name that the vendor gives the project, not by the one that was typed', async () => {
    const small = await openSmallHouse();
    const input = {
      key: { ...asks['revoke in production'].input.key, project: { id: 'proj_prod', name: 'search-dev' } },
    };
    const outcome = await small.useCases.draft({ ...revoke, input, reason: 'laptop lost', caller: at('erin') });
    expect(outcome).toMatchObject({ picture: { typeToConfirm: 'erin-prod', isProduction: true } });
  });

  test('of the same thing twice has two ids and two digests', async () => {
    const small = await openSmallHouse();
    const [one, other] = [await drafts(small, 'a new key'), await drafts(small, 'a new key')];
    if (one.kind !== 'drafted' || other.kind !== 'drafted') throw new Error('Not drafted');
    expect(one.picture.record.digest).not.toBe(other.picture.record.digest);
    expect(one.picture.record.terms.id).not.toBe(other.picture.record.terms.id);
  });

  test('of a plan-only operation says so in its terms', async () => {
    const small = await openSmallHouse({ policy: smallPolicy(['live: on', 'live: plan-only']) });
    expect(await drafts(small, 'revoke her key')).toMatchObject({
      picture: { record: { terms: { mode: 'plan-only' } } },
    });
  });

  test('that took longer than anybody watches a window also comes as a message, which is kept up to date when it ends', async () => {
    const small = await openSmallHouse();
    const read = small.vendor.read.bind(small.vendor);
    small.vendor.read = (call, how) => {
      small.clock.forward(3 * minuteMs);
      return read(call, how);
    };
    const outcome = await drafts(small, 'revoke her key');
    if (outcome.kind !== 'drafted') throw new Error('Not drafted');
    const { id } = outcome.picture.record.terms;
    expect(await keysToBePosted(small)).toEqual([dmKey(id)]);
    const place = { channelId: 'D0ERIN', ts: '1.2' };
    await deliverOutbox(small.house, {
      deliver: ({ key }) => Promise.resolve({ kind: 'sent', remember: { key, place } }),
    });
    expect(await keysToBePosted(small)).toEqual([]);
    await small.useCases.cancel({ requestId: id, caller: at('erin') });
    expect(await keysToBePosted(small)).toEqual([dmKey(id)]);
  });

  test('that nobody sends ends by itself after half an hour', async () => {
    const small = await openSmallHouse();
    const outcome = await drafts(small, 'revoke her key');
    if (outcome.kind !== 'drafted') throw new Error('Not drafted');
    expect(outcome.picture.record.deadline).toBe(small.clock.now() + 30 * 60_000);
  });
});

describe('a reason', () => {
  test.each([
    ['none', ''],
    ['only spaces', '   '],
    ['two letters', 'ok'],
    ['more than 500 characters', 'x'.repeat(501)],
    ['five lines', 'a\nb\nc\nd\ne'],
    ['a hidden character', 'laptop\u202e lost'],
    ['a zero-width space', 'laptop\u200b lost'],
  ])('of %s is refused', async (_, reason) => {
    const small = await openSmallHouse();
    expect((await refusalOf(small, { ...revoke, reason })).code).toBe('input.reason');
    expect(await small.store.read.requests.list({ limit: 10 })).toEqual([]);
  });

  test.each(everyFakeSecret.map((secret) => [secret.slice(0, 8), secret]))(
    'that holds %s… is refused without repeating it',
    async (_, secret) => {
      const small = await openSmallHouse();
      const refusal = await refusalOf(small, { ...revoke, reason: `it leaked: ${secret}` });
      await small.house.refusals.flush(small.house);
      expect(refusal.code).toBe('input.reason');
      expect(JSON.stringify(refusal) + small.log.text()).not.toContain(secret);
    },
  );

  test('is kept without the space around it', async () => {
    const small = await openSmallHouse();
    const outcome = await small.useCases.draft({ ...revoke, reason: '  laptop lost \n', caller: at('erin') });
    expect(outcome).toMatchObject({ picture: { record: { terms: { reason: 'laptop lost' } } } });
  });
});

describe('what cannot be planned is refused with the reason, and remembered', () => {
  test.each([
    ['an operation that there is not', { operationId: 'keys.steal', input: {} }, 'input.unknown-operation'],
    ['a read', { operationId: 'projects.list', input: {} }, 'input.unknown-operation'],
    ['input of another shape', { ...revoke, input: { key: 'key_dev' } }, 'input.invalid'],
    ['a field that nobody asked for', { ...revoke, input: { ...revoke.input, approvals: 0 } }, 'input.invalid'],
    ['a raw key for a name', { ...issue, input: { ...issue.input, name: fakeOpenAiKey() } }, 'input.invalid'],
    ['more than the policy allows', { ...issue, input: { ...issue.input, for: 91 * dayMs } }, 'policy.no-rule'],
    ['a key that is gone', { ...revoke, input: { key: { ...revoke.input.key, id: 'key_gone' } } }, 'keys.revoke.gone'],
    ['the account of a person', { ...revoke, input: { ...revoke.input, withAccount: true } }, 'keys.revoke.no-account'],
  ])('%s', async (_, ask, code) => {
    const small = await openSmallHouse();
    expect((await refusalOf(small, ask)).code).toBe(code);
    expect(await small.store.read.requests.list({ limit: 10 })).toEqual([]);
    expect(await small.house.refusals.flush(small.house)).toBe(1);
    expect(await kindsRemembered(small)).toEqual(['person.refused']);
  });

  test('what is switched off', async () => {
    const small = await openSmallHouse({ policy: smallPolicy(['live: on', 'live: off']) });
    expect((await refusalOf(small, revoke)).code).toBe('policy.off');
  });

  test('what too few but the requester could approve', async () => {
    const policy = smallPolicy(
      ['approvers: [bea, omar, sam]', 'approvers: [erin, bea]'],
      ['destructive: { approvals: 1', 'destructive: { approvals: 2'],
    );
    const small = await openSmallHouse({ policy });
    expect((await refusalOf(small, revoke)).code).toBe('policy.unreachable-quorum');
  });

  test('what no readable group could approve', async () => {
    const policy = smallPolicy(['approvers: [bea, omar, sam]', 'approvers: { slack_group: S0APPROVE1 }']);
    const small = await openSmallHouse({ policy });
    expect((await refusalOf(small, revoke)).code).toBe('policy.unreachable-quorum');
  });

  test('a key in an archived project', async () => {
    const small = await openSmallHouse();
    small.vendor.organization.projects.set('proj_dev', { id: 'proj_dev', name: 'search-dev', status: 'archived' });
    expect((await refusalOf(small, issue)).code).toBe('keys.issue.archived');
  });
});

describe('while OpenAI cannot be asked', () => {
  test.each([
    ['openai.unreachable', 'OpenAI could not be reached. Nothing was changed; try again in a minute.'],
    [
      'openai.throttled',
      'OpenAI’s limit on administration calls is used up. Nothing was changed; try again in a minute.',
    ],
    [
      'openai.forbidden',
      'OpenAI refused Countersign’s admin key. Its operator has to look at it; nothing was changed.',
    ],
  ] as const)('%s becomes a sentence, and no draft is kept', async (code, sentence) => {
    const small = await openSmallHouse();
    small.vendor.readFault = new Fault(code, 'the world failed');
    expect(await drafts(small, 'revoke her key')).toEqual({ kind: 'failed', sentence });
    expect(await small.store.read.requests.list({ limit: 10 })).toEqual([]);
  });

  test('an answer of another shape is a fault of OpenAI, not a plan', async () => {
    const small = await openSmallHouse();
    small.vendor.organization.projects.set('proj_dev', {
      id: 'proj_dev',
      name: 7 as unknown as string,
      status: 'active',
    });
    expect(await drafts(small, 'revoke her key')).toMatchObject({ kind: 'failed' });
    expect(small.log.messages('warn')).toContain('A use case met a fault');
  });
});

test('a person whom the policy does not know may ask where everybody may, and gains nothing by an address', async () => {
  const small = await openSmallHouse();
  const id = await drafted(small, 'a new key', 'zoe');
  expect(await standing(small, id)).toMatchObject({ state: 'draft' });
  const record = await small.store.read.requests.find(id);
  expect(record?.terms).toMatchObject({ requester: { personId: 'slack:U0ZOE00001' }, beneficiary: null });
});

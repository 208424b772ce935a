import { beforeEach, describe, expect, test } from 'vitest';
import type { CallSlack, SlackAnswer } from '#slack/api/call-slack.ts';
import { createPeople } from '#slack/people.ts';
import type { Home } from '#slack/slack-face.ts';
import { erin, now } from './pictures.ts';

const home: Home = { teamId: 'T1', enterpriseId: null, botUserId: 'U0BOT', botId: 'B0BOT', appId: null };
const member = {
  id: erin,
  team_id: 'T1',
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
  real_name: 'Erin Vale',
};
const clock = { at: now, now: () => clock.at };

/** Slack as far as people are concerned: says what it is told to say, and counts the questions. */
let says: SlackAnswer;
let questions: string[];
let beforeAnswer: () => void;
const call: CallSlack = (method, args) => {
  questions.push(`${method} ${String(args['user'] ?? args['usergroup'])}`);
  beforeAnswer();
  return Promise.resolve(says);
};
const ok = (data: object): SlackAnswer => ({ ok: true, data: data as Record<string, unknown> });
const fails = (error: string): SlackAnswer => ({ ok: false, error, retryAfterMs: 0 });

beforeEach(() => {
  says = ok({ user: member });
  questions = [];
  beforeAnswer = () => undefined;
  clock.at = now;
});

describe('the standing of a person', () => {
  test('is asked again once it is older than the caller accepts, and after a minute in any case', async () => {
    const people = createPeople({ call, clock, home });
    await people.standing(erin, 60_000);
    clock.at += 59_999;
    await people.standing(erin, 60_000);
    expect(questions).toHaveLength(1);
    await people.standing(erin, 1000);
    expect(questions).toHaveLength(2);
    clock.at += 60_000;
    await people.standing(erin, 3_600_000);
    expect(questions).toHaveLength(3);
  });

  test('is always asked when evidence of no age is accepted', async () => {
    const people = createPeople({ call, clock, home });
    await people.standing(erin, 0);
    await people.standing(erin, 0);
    expect(questions).toHaveLength(2);
  });

  test('is forgotten when the account changes, also while the answer was on its way', async () => {
    const people = createPeople({ call, clock, home });
    await people.standing(erin, 60_000);
    people.forget(erin);
    beforeAnswer = () => people.forget(erin);
    await people.standing(erin, 60_000);
    beforeAnswer = () => undefined;
    await people.standing(erin, 60_000);
    expect(questions).toHaveLength(3);
  });

  test.each([
    ['user_not_found', 'unknown-user'],
    ['user_not_visible', 'unknown-user'],
    ['ratelimited', 'slack-unreachable'],
    ['internal_error', 'slack-unreachable'],
    ['unreachable', 'slack-unreachable'],
  ])('an answer of %s is a no: %s', async (error, code) => {
    says = fails(error);
    expect(await createPeople({ call, clock, home }).standing(erin, 0)).toMatchObject({ kind: 'refused', code });
  });

  test('a failure is not remembered', async () => {
    const people = createPeople({ call, clock, home });
    says = fails('unreachable');
    await people.standing(erin, 60_000);
    says = ok({ user: member });
    expect(await people.standing(erin, 60_000)).toMatchObject({ kind: 'member' });
  });
});

describe('the members of a user group', () => {
  test('are known for half a minute', async () => {
    const people = createPeople({ call, clock, home });
    says = ok({ users: [erin] });
    expect(await people.userGroup('S1')).toEqual({ known: true, slackIds: [erin] });
    clock.at += 29_999;
    await people.userGroup('S1');
    expect(questions).toEqual(['usergroups.users.list S1']);
    clock.at += 1;
    await people.userGroup('S1');
    expect(questions).toHaveLength(2);
  });

  test('are unknown, with the reason, when Slack does not say', async () => {
    const people = createPeople({ call, clock, home });
    says = fails('no_such_subteam');
    expect(await people.userGroup('S1')).toEqual({
      known: false,
      why: 'Slack did not say who is in S1 (no_such_subteam).',
    });
    says = ok({});
    expect(await people.userGroup('S1')).toMatchObject({ known: false });
  });
});

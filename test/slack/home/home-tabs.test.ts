import { beforeEach, expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import type { SlackAnswer } from '#slack/api/call-slack.ts';
import { createHomeTabs, type HomeTabs } from '#slack/home/home-tabs.ts';
import { sendProblems } from '#slack/blocks/limits.ts';
import { callerOf } from '#slack/identity.ts';
import { agreeable, refusing } from '../fake-use-cases.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import { readable } from '../hostile.ts';
import { samplePicture } from '../pictures.ts';
import { pointers } from '../pointers.ts';

const caller = callerOf({ id: 'U0ERIN0001' }, 'home', null);
let published: Record<string, unknown>[];
let answer: SlackAnswer;
let before: () => Promise<void>;
let useCases: UseCases;
let warnings: string[];
let tabs: HomeTabs;

beforeEach(() => {
  published = [];
  warnings = [];
  answer = { ok: true, data: {} };
  before = () => Promise.resolve();
  useCases = agreeable();
  tabs = createHomeTabs({
    useCases: () => useCases,
    catalogue,
    isPractice: false,
    pointers,
    log: {
      info: () => undefined,
      warn: (_, message) => void warnings.push(message),
      error: (_, message) => void warnings.push(message),
    },
    call: async (_, args) => {
      published.push({ ...args });
      await before();
      return answer;
    },
  });
});

const text = (): string => readable(published.at(-1)?.['view']);

test('an empty Home says so and has a button to begin with', async () => {
  await tabs.opened(caller, null);
  expect(text()).toContain('Nothing waits for your decision.');
  expect(text()).toContain('Get an API key');
});

test('a full Home is within Slack’s limits', async () => {
  const many = Array.from({ length: 30 }, (_, place) => {
    const picture = samplePicture();
    const { record } = picture;
    return {
      ...picture,
      record: {
        ...record,
        terms: {
          ...record.terms,
          id: record.terms.id.slice(0, -2).concat(String(place).padStart(2, '0')) as typeof record.terms.id,
        },
      },
    };
  });
  const key = {
    keyId: 'k',
    accountId: 'a',
    projectId: 'p',
    projectName: 'search-dev',
    name: 'n',
    ownerSlackId: 'U',
    purpose: 'p',
    endsAt: 0,
    requestId: 'r',
    endedAt: null,
  };
  useCases = agreeable({
    desk: () =>
      Promise.resolve({
        kind: 'desk',
        waitingForMe: many,
        mine: many.map((each) => ({ ...each })),
        alarms: ['Frozen: everything'],
        myKeys: Array.from({ length: 30 }, () => key),
      }),
  });
  await tabs.opened(caller, null);
  // The same request can wait for a person and be shown among others: its blocks must still be told apart.
  expect(warnings).toEqual([]);
  expect(sendProblems('home', published.at(-1)?.['view'] as object)).toEqual([]);
});

test('somebody who is refused sees the refusal and nothing else', async () => {
  useCases = refusing();
  await tabs.opened(caller, null);
  expect(text()).toContain('Guests of this workspace cannot use Countersign.');
  expect(text()).not.toContain('Get an API key');
});

test('the version that stands there is named, so that an older one cannot replace it', async () => {
  await tabs.opened(caller, 'h1');
  expect(published[0]).toMatchObject({ user_id: 'U0ERIN0001', hash: 'h1' });
  answer = { ok: false, error: 'hash_conflict', retryAfterMs: 0 };
  await tabs.opened(caller, 'h1');
  expect(warnings).toEqual([]);
});

test('a Home that was never opened is not kept fresh', async () => {
  await tabs.refresh(caller);
  expect(published).toEqual([]);
});

test('what happens during a publication is shown by one more, however much it was', async () => {
  await tabs.opened(caller, null);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  before = () => held;
  const first = tabs.refresh(caller);
  await Promise.all([tabs.refresh(caller), tabs.refresh(caller), tabs.refresh(caller)]);
  letGo();
  await first;
  expect(published).toHaveLength(3);
});

import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { requestStates } from '#approvals/state.ts';
import { requestId } from '#domain/ids.ts';
import { catalogue } from '#operations/catalogue.ts';
import type { SlackAnswer } from '#slack/api/call-slack.ts';
import { deskSections, everything, overview } from '#approvals/desk-wish.ts';
import { familyPattern } from '#slack/home/home-pointer.ts';
import { drawHome } from '#slack/home/draw-home.ts';
import { homeFilterView } from '#slack/views/home-filter.ts';
import { createHomeTabs, type HomeTabs } from '#slack/home/home-tabs.ts';
import { sendProblems } from '#slack/blocks/limits.ts';
import { callerOf } from '#slack/identity.ts';
import { agreeable, refusing, sampleDesk } from '../fake-use-cases.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import { anyText, livingElements, readable } from '../hostile.ts';
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
      Promise.resolve(
        sampleDesk({
          waitingForMe: many,
          mine: many.map((each) => ({ ...each })),
          myKeys: Array.from({ length: 30 }, () => key),
          alarms: ['Frozen: everything'],
          counts: { waiting: 99, aside: 99, mine: 99, decided: 99, findings: 99, routine: 99 },
          findings: [],
        }),
      ),
  });
  await tabs.opened(caller, null);
  // The same request can wait for a person and be shown among others: its blocks must still be told apart.
  expect(warnings).toEqual([]);
  expect(sendProblems('home', published.at(-1)?.['view'] as object)).toEqual([]);
});

test('every part of Home is within Slack’s limits, whatever is written into what it shows', async () => {
  const requests = fc.array(fc.tuple(anyText, anyText, fc.constantFrom(...requestStates)), { maxLength: 30 });
  const section = fc.constantFrom(...deskSections);
  const some = {
    section,
    requests,
    finding: anyText,
    page: fc.nat(20),
    family: fc.option(fc.stringMatching(familyPattern)),
  };
  await fc.assert(
    fc.asyncProperty(fc.record(some), async ({ section, requests, finding, page, family }) => {
      const list = requests.map(([title, reason, state], place) => {
        const id = requestId(`R${String(place).padStart(26, '0')}`);
        const picture = samplePicture({ state, reason, plan: { title, warnings: [title] } });
        return { ...picture, record: { ...picture.record, terms: { ...picture.record.terms, id } } };
      });
      const found = { id: 1, detection: finding, key: finding, severity: finding, title: finding, at: 0, count: 2 };
      const desk = sampleDesk({
        wish: { section, page, filter: { ...everything, family } },
        pages: 21,
        total: 205,
        waitingForMe: list,
        setAside: list,
        mine: list,
        decided: list,
        findings: Array.from({ length: 30 }, () => ({ ...found, lines: [] })),
        alarms: [finding, finding, finding, finding, finding],
        counts: { waiting: 205, aside: 205, mine: 205, decided: 205, findings: 205, routine: 205 },
      });
      expect(sendProblems('home', drawHome({ catalogue, isPractice: true, pointers }, desk))).toEqual([]);
      expect(livingElements(drawHome({ catalogue, isPractice: true, pointers }, desk)).join()).not.toMatch(
        /link|broadcast/,
      );
    }),
    { numRuns: 60 },
  );
});

test('the filter is within Slack’s limits, however many projects there are', () => {
  const projects = Array.from({ length: 300 }, (_, n) => ({ id: `proj_${n}`, name: `${n}`.repeat(100) }));
  const families = Array.from({ length: 300 }, (_, n) => `family-${n}`);
  const view = homeFilterView(pointers, sampleDesk({ choices: { families, projects } }));
  expect(sendProblems('modal', view)).toEqual([]);
});

test('the part that somebody turned to stays when something changes, and another opening does not lose it', async () => {
  const wishes: unknown[] = [];
  useCases = agreeable({
    desk: ({ wish }) => {
      wishes.push(wish);
      return Promise.resolve(sampleDesk(wish === undefined ? {} : { wish }));
    },
  });
  const decided = { section: 'decided', page: 2, filter: everything } as const;
  await tabs.opened(caller, null);
  await tabs.turn(caller, decided);
  await tabs.refresh(caller);
  await tabs.opened(caller, 'h1');
  expect(wishes).toEqual([overview, decided, decided, decided]);
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

import { describe, expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import type { StandingCode } from '#workflow/ports/people.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import { at } from '../support/cast.ts';
import { kindsRemembered, remembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, asks, drafted, recordOf, requested } from '../support/walk.ts';

/** Every way in which somebody may not be a member; a new one has to be put here. */
const codes: Readonly<Record<StandingCode, true>> = {
  guest: true,
  bot: true,
  deactivated: true,
  'other-workspace': true,
  invited: true,
  'unknown-user': true,
  unproven: true,
  'slack-unreachable': true,
};

interface Scene {
  readonly small: SmallHouse;
  readonly draft: Awaited<ReturnType<typeof drafted>>;
  readonly pending: Awaited<ReturnType<typeof drafted>>;
  readonly waiting: Awaited<ReturnType<typeof drafted>>;
  readonly digest: string;
}

const erin = at('erin');
const bea = at('bea');

/** Every use case as the right person would come to it; a new one has to be put here. These five say nothing to anybody. */
const doors: Readonly<
  Record<
    Exclude<keyof UseCases, 'picture' | 'wait' | 'findRequest' | 'heard' | 'installation'>,
    (scene: Scene) => Promise<unknown>
  >
> = {
  admit: ({ small }) => small.useCases.admit(erin),
  confirmInstallation: ({ small }) => small.useCases.confirmInstallation({ subject: 'ab'.repeat(32), caller: bea }),
  resolve: ({ small }) =>
    small.useCases.resolve({ operationId: operationId('keys.show'), words: { key: 'erin-laptop' }, caller: erin }),
  suggest: ({ small }) =>
    small.useCases.suggest({
      operationId: operationId('keys.issue'),
      field: 'project',
      query: 'search',
      caller: erin,
    }),
  read: ({ small }) => small.useCases.read({ operationId: operationId('projects.list'), input: {}, caller: erin }),
  stop: ({ small }) =>
    small.useCases.stop({
      operationId: operationId('freezes.freeze'),
      input: { scope: 'all' },
      reason: 'laptop lost',
      caller: erin,
    }),
  draft: ({ small }) => small.useCases.draft({ ...asks['revoke her key'], reason: 'laptop lost', caller: erin }),
  mayBeConfidential: ({ small }) =>
    small.useCases.mayBeConfidential({ operationId: operationId('keys.revoke'), caller: erin }),
  submit: ({ small, draft }) => small.useCases.submit({ requestId: draft, typedName: null, caller: erin }),
  check: ({ small, pending }) => small.useCases.check({ requestId: pending, kind: 'approve', caller: bea }),
  decide: ({ small, pending, digest }) =>
    small.useCases.decide({ requestId: pending, kind: 'approve', comment: '', digest, caller: bea }),
  checkTalk: ({ small, pending }) => small.useCases.checkTalk({ requestId: pending, talk: 'ask', caller: bea }),
  ask: ({ small, pending }) => small.useCases.ask({ requestId: pending, text: 'What for?', caller: bea }),
  answer: ({ small, pending }) =>
    small.useCases.answer({ requestId: pending, question: 1, text: 'For the ranker.', caller: erin }),
  takeBack: ({ small, waiting }) => small.useCases.takeBack({ requestId: waiting, caller: bea }),
  lookNarrower: ({ small, pending }) =>
    small.useCases.lookNarrower({ requestId: pending, words: { for: '1d' }, caller: bea }),
  suggestNarrower: ({ small, pending }) => {
    const seen = { words: { for: '1d' }, sight: 'ab'.repeat(32), at: 0 };
    return small.useCases.suggestNarrower({ requestId: pending, ...seen, caller: bea });
  },
  takeSuggestion: ({ small, pending }) =>
    small.useCases.takeSuggestion({ requestId: pending, suggestion: 1, caller: erin }),
  keepMine: ({ small, pending }) => small.useCases.keepMine({ requestId: pending, suggestion: 1, caller: erin }),
  cancel: ({ small, pending }) => small.useCases.cancel({ requestId: pending, caller: erin }),
  collect: ({ small, waiting }) =>
    small.useCases.collect({
      requestId: waiting,
      caller: erin,
      show: () => Promise.resolve(true),
      onWait: () => undefined,
    }),
  review: ({ small }) => small.useCases.review({ caller: bea }),
  approveTogether: ({ small, pending, digest }) =>
    small.useCases.approveTogether({ picks: [{ requestId: pending, digest }], caller: bea }),
  stepAside: ({ small, pending }) => small.useCases.stepAside({ requestId: pending, back: false, caller: bea }),
  look: ({ small, pending }) => small.useCases.look({ requestId: pending, caller: bea }),
  nudgeApprovers: ({ small, pending }) => small.useCases.nudgeApprovers({ requestId: pending, caller: erin }),
  addReason: ({ small, pending }) =>
    small.useCases.addReason({ requestId: pending, text: 'For the demo.', caller: erin }),
  desk: ({ small }) => small.useCases.desk({ caller: erin }),
};

async function setTheScene(): Promise<Scene> {
  const small = await openSmallHouse();
  const draft = await drafted(small, 'revoke in production');
  const pending = await requested(small, 'revoke her key');
  const waiting = await approved(small, 'a new key');
  return { small, draft, pending, waiting, digest: (await recordOf(small, pending)).digest };
}

const matrix = Object.entries(doors).flatMap(([door, open]) =>
  (Object.keys(codes) as StandingCode[]).map((code) => ({ door, open, code })),
);

describe('every use case', () => {
  test.each(matrix)(
    '$door refuses an account that is $code, changes nothing, and remembers it',
    async ({ door, open, code }) => {
      const scene = await setTheScene();
      const { small } = scene;
      const before = JSON.stringify(await small.store.read.requests.list({ limit: 10 }));
      const remembering = (await remembered(small)).length;
      small.vendor.reads.length = 0;
      for (const who of ['erin', 'bea'] as const) small.people.becomes(who, code);

      const answer = await open(scene);

      if (door === 'suggest') expect(answer).toEqual([]);
      else if (door === 'mayBeConfidential') expect(answer).toBe(false);
      else expect(answer).toMatchObject({ kind: 'refusal', code: `person.${code}` });
      expect(JSON.stringify(await small.store.read.requests.list({ limit: 10 }))).toBe(before);
      expect([...small.vendor.reads, ...small.vendor.arrivals]).toEqual([]);
      await small.house.refusals.flush(small.house);
      const told = (await remembered(small)).slice(remembering);
      expect(told.map(({ kind, what }) => [kind, what['code']])).toEqual([['person.refused', `person.${code}`]]);
    },
  );

  test.each(Object.entries(doors))('%s lets a full member in', async (_, open) => {
    const answer = await open(await setTheScene());
    expect(answer).not.toMatchObject({ code: expect.stringMatching(/^person\./) as string });
  });

  test('is listed here', async () => {
    const small = await openSmallHouse();
    expect([...Object.keys(doors), 'picture', 'wait', 'findRequest', 'heard', 'installation'].toSorted()).toEqual(
      Object.keys(small.useCases).toSorted(),
    );
  });
});

describe('somebody who is let in', () => {
  test('is no refusal, and nothing is remembered of it', async () => {
    const small = await openSmallHouse();
    expect(await small.useCases.admit(erin)).toBeNull();
    expect(await small.house.refusals.flush(small.house)).toBe(0);
    expect(await kindsRemembered(small)).toEqual([]);
  });

  test('is asked about again after a minute at the latest, and at once before deciding, stopping or collecting', async () => {
    const scene = await setTheScene();
    const { asked } = scene.small.people;
    const ages = async (door: keyof typeof doors) => {
      asked.length = 0;
      await doors[door](scene);
      return asked[0]?.maxAgeMs;
    };
    for (const door of ['admit', 'resolve', 'suggest', 'read', 'draft', 'submit', 'decide', 'desk'] as const) {
      expect(await ages(door)).toBe(60_000);
    }
    for (const door of ['check', 'cancel', 'collect'] as const) expect(await ages(door)).toBe(0);
  });
});

import { type Refusal, refuse } from '#domain/refusal.ts';
import { overview } from '#approvals/desk-wish.ts';
import { noSafeguards } from '#policy/safeguards.ts';
import type { Desk } from '#workflow/desk-contents.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import { samplePicture, searchKey } from './pictures.ts';

/** One question that the face asked of the use cases. */
export interface Asked {
  readonly name: keyof UseCases;
  readonly ask: unknown;
}

/** What somebody's Home holds: nothing, but for what a test puts there. */
export function sampleDesk(change: Partial<Desk> = {}): Desk {
  return {
    kind: 'desk',
    wish: overview,
    pages: 1,
    total: 0,
    waitingForMe: [],
    setAside: [],
    mine: [],
    decided: [],
    myKeys: [],
    alarms: [],
    findings: null,
    counts: { waiting: 0, aside: 0, mine: 0, decided: 0, findings: 0, routine: 0 },
    choices: { families: [], projects: [] },
    ...change,
  };
}

const done = { kind: 'done', sentence: 'Recorded.', requestId: searchKey } as const;

/** Use cases that say yes to everything; what a test wants otherwise it gives. */
export function agreeable(change: Partial<UseCases> = {}): UseCases {
  return {
    admit: () => Promise.resolve(null),
    resolve: ({ words }) => Promise.resolve({ kind: 'resolution', input: words, missing: [], problems: [] }),
    suggest: () => Promise.resolve([]),
    read: () => Promise.resolve({ kind: 'view', view: { title: 'Nothing', parts: [] } }),
    stop: () => Promise.resolve(done),
    draft: () => Promise.resolve({ kind: 'drafted', picture: samplePicture({ state: 'draft' }) }),
    mayBeConfidential: () => Promise.resolve(false),
    look: () => Promise.resolve({ kind: 'may', picture: samplePicture() }),
    submit: () => Promise.resolve(done),
    check: () => Promise.resolve({ kind: 'may', picture: samplePicture(), safeguards: noSafeguards }),
    decide: () => Promise.resolve(done),
    checkTalk: () => Promise.resolve({ kind: 'may', picture: samplePicture() }),
    ask: () => Promise.resolve(done),
    answer: () => Promise.resolve(done),
    takeBack: () => Promise.resolve(done),
    lookNarrower: () =>
      Promise.resolve({ kind: 'would', picture: samplePicture(), fields: [], sight: 'ab'.repeat(32), at: 0 }),
    suggestNarrower: () => Promise.resolve(done),
    takeSuggestion: () => Promise.resolve({ kind: 'drafted', picture: samplePicture({ state: 'draft' }) }),
    keepMine: () => Promise.resolve(done),
    cancel: () => Promise.resolve(done),
    collect: () => Promise.resolve(done),
    heard: () => Promise.resolve(),
    review: () => Promise.resolve({ kind: 'review', pictures: [samplePicture()] }),
    approveTogether: ({ picks }) =>
      Promise.resolve({ kind: 'reviewed', results: picks.map(({ requestId }) => ({ requestId, outcome: done })) }),
    stepAside: () => Promise.resolve(done),
    nudgeApprovers: () => Promise.resolve(done),
    addReason: () => Promise.resolve(done),
    wait: () => Promise.resolve(null),
    desk: ({ wish }) => Promise.resolve(sampleDesk(wish === undefined ? {} : { wish })),
    confirmInstallation: () => Promise.resolve(done),
    installation: () =>
      Promise.resolve({
        isFounded: false,
        subject: 'ab'.repeat(32),
        deployment: 'test',
        organization: 'fingerprint',
        version: 'test',
        policyDigest: 'cd'.repeat(32),
        head: '1:ab12',
        founders: [],
        people: ['Bea Lindqvist'],
      }),
    picture: () => Promise.resolve(samplePicture()),
    findRequest: () => Promise.resolve(null),
    ...change,
  };
}

const notAMember: Refusal = refuse('person.guest', {
  what: 'You cannot do this here.',
  rule: 'Guests of this workspace cannot use Countersign.',
  whoCan: 'Any full member of this workspace.',
});

/** Use cases as a guest meets them: each proves the caller first and refuses. */
export function refusing(refusal: Refusal = notAMember): UseCases {
  const no = () => Promise.resolve(refusal);
  return agreeable({
    admit: no,
    resolve: no,
    suggest: () => Promise.resolve([]),
    read: no,
    stop: no,
    draft: no,
    submit: no,
    check: no,
    decide: no,
    checkTalk: no,
    ask: no,
    answer: no,
    takeBack: no,
    lookNarrower: no,
    suggestNarrower: no,
    takeSuggestion: no,
    keepMine: no,
    cancel: no,
    collect: no,
    review: no,
    approveTogether: no,
    stepAside: no,
    look: no,
    nudgeApprovers: no,
    addReason: no,
    desk: no,
  });
}

/** The use cases behind a face in a test: can be exchanged between two clicks, and remember what they were asked. */
export interface Stand {
  readonly useCases: () => UseCases;
  readonly asked: Asked[];
  play(useCases: UseCases): void;
}

export function createStand(): Stand {
  const asked: Asked[] = [];
  let playing = agreeable();
  const noting = <Name extends keyof UseCases>(name: Name): UseCases[Name] =>
    ((ask: never) => {
      asked.push({ name, ask });
      return (playing[name] as (ask: never) => unknown)(ask);
    }) as UseCases[Name];
  const names = Object.keys(playing) as (keyof UseCases)[];
  const noted = Object.fromEntries(names.map((name) => [name, noting(name)])) as unknown as UseCases;
  return {
    useCases: () => noted,
    asked,
    play(useCases) {
      playing = useCases;
    },
  };
}

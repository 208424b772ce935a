import type { Stage } from '#sandbox/page/stage.ts';
import { createFakeBell } from './fake-bell.ts';
import { createFakeOrganization } from './fake-board.ts';
import type { FakeOrganization } from './fake-board.ts';
import { createFakeSeat } from './fake-seat.ts';
import { createFakeWorkspace } from './fake-workspace.ts';
import type { FakeWorkspace } from './fake-workspace.ts';
import { NOW_SECONDS } from './gallery-blocks.ts';

export interface FakeStage extends Stage, Pick<FakeOrganization, 'addKey' | 'removeKey'> {
  /** Every act and control that reached the stage, in order. */
  readonly received: unknown[];
  readonly workspace: FakeWorkspace;
  /** Tells whoever listens to the stage that something changed. */
  ring(): void;
  /** Tells whoever listens to the present seat. */
  ringSeat(): void;
  /** Makes the next act throw, as a fault of the world would. */
  failNext: boolean;
}

/** A stage in memory: fixture of the tests, and a gallery of everything that the page draws. */
export function createFakeStage(): FakeStage {
  const { ring, subscribe } = createFakeBell();
  const clock = createFakeClock();
  const workspace = createFakeWorkspace();
  const organization = createFakeOrganization(clock.nowMs, ring);
  const note = (what: unknown) => {
    stage.received.push(what);
    if (!stage.failNext) return;
    stage.failNext = false;
    throw new Error('the world ended');
  };
  const sitDown = () => {
    const bell = createFakeBell();
    return { bell, seat: createFakeSeat({ workspace, note, bell, addKey: (...key) => organization.addKey(...key) }) };
  };
  let sitting = sitDown();
  const stage: FakeStage = {
    ...organization,
    ...createFakeLedger(note),
    received: [],
    workspace,
    failNext: false,
    mode: 'live',
    get seat() {
      return sitting.seat;
    },
    clock: {
      nowMs: clock.nowMs,
      advance: async (byMs) => {
        note({ advance: byMs });
        clock.advance(byMs);
        ring();
      },
    },
    reset: async () => {
      note('reset');
      organization.reset();
      workspace.messages = createFakeWorkspace().messages;
      workspace.modals.clear();
      sitting = sitDown();
      ring();
    },
    goBehindTheBack: async () => {
      note('behind');
      organization.addKey('proj_search_prod', 'shadow');
      return 'Created the service account “shadow” with a key in search-prod.';
    },
    subscribe,
    ring,
    ringSeat: () => sitting.bell.ring(),
  };
  return stage;
}

function createFakeClock() {
  let nowMs = NOW_SECONDS * 1000;
  return {
    nowMs: () => nowMs,
    advance: (byMs: number) => {
      nowMs += byMs;
    },
  };
}

const BROKEN = 'Entry 3 does not match its hash: its body was changed after it was written.';

/** An audit chain that is intact until it was tampered with. */
function createFakeLedger(note: (what: unknown) => void): Pick<Stage, 'tamper' | 'verify'> {
  let tampered = false;
  return {
    tamper: async () => {
      note('tamper');
      tampered = true;
      return 'Entry 3: the approver was changed from Bea Lindqvist to Erin Okafor.';
    },
    verify: async () => {
      note('verify');
      const lines = tampered ? ['Entries 1–2 verify.', BROKEN] : ['12 entries verify.', 'Head 9c2f…a1.'];
      return { ok: !tampered, lines };
    },
  };
}

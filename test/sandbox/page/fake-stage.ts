import type { Board } from '#sandbox/openai/board.ts';
import type { Stage } from '#sandbox/page/stage.ts';
import { fakeBoard, fakeKey } from './fake-board.ts';
import { createFakeSeat } from './fake-seat.ts';
import { createFakeWorkspace } from './fake-workspace.ts';
import type { FakeWorkspace } from './fake-workspace.ts';
import { NOW_SECONDS } from './gallery-blocks.ts';

export interface FakeStage extends Stage {
  /** Every act and control that reached the stage, in order. */
  readonly received: unknown[];
  readonly workspace: FakeWorkspace;
  /** Tells the page that something changed. */
  ring(): void;
  addKey(projectId: string, name: string): void;
  removeKey(id: string): void;
  /** Makes the next act throw, as a fault of the world would. */
  failNext: boolean;
}

/** A stage in memory: fixture of the tests, and a gallery of everything that the page draws. */
export function createFakeStage(): FakeStage {
  const listeners = new Set<() => void>();
  let nowMs = NOW_SECONDS * 1000;
  let board: Board = fakeBoard(nowMs);
  let tampered = false;
  const workspace = createFakeWorkspace();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const note = (what: unknown) => {
    stage.received.push(what);
    if (!stage.failNext) return;
    stage.failNext = false;
    throw new Error('the world ended');
  };
  const changeKeys = (
    projectId: string | null,
    change: (keys: Board['projects'][0]['keys']) => Board['projects'][0]['keys'],
  ) => {
    const projects = board.projects.map((project) =>
      projectId === null || project.id === projectId ? { ...project, keys: change(project.keys) } : project,
    );
    board = { ...board, projects };
    stage.ring();
  };
  const stage: FakeStage = {
    received: [],
    workspace,
    failNext: false,
    mode: 'live',
    seat: createFakeSeat({
      workspace,
      note,
      ring: () => stage.ring(),
      subscribe,
      addKey: (...key) => stage.addKey(...key),
    }),
    board: () => board,
    clock: {
      nowMs: () => nowMs,
      advance: async (byMs) => {
        note({ advance: byMs });
        nowMs += byMs;
        stage.ring();
      },
    },
    reset: async () => {
      note('reset');
      tampered = false;
      board = fakeBoard(nowMs);
      workspace.messages = createFakeWorkspace().messages;
      workspace.modals.clear();
      stage.ring();
    },
    tamper: async () => {
      note('tamper');
      tampered = true;
      return 'Entry 3: the approver was changed from Bea Lindqvist to Erin Okafor.';
    },
    verify: async () => {
      note('verify');
      return tampered
        ? {
            ok: false,
            lines: [
              'Entries 1–2 verify.',
              'Entry 3 does not match its hash: its body was changed after it was written.',
            ],
          }
        : { ok: true, lines: ['12 entries verify.', 'Head 9c2f…a1.'] };
    },
    goBehindTheBack: async () => {
      note('behind');
      stage.addKey('proj_search_prod', 'shadow');
      return 'Created the service account “shadow” with a key in search-prod.';
    },
    subscribe,
    ring: () => {
      for (const listener of listeners) listener();
    },
    addKey: (projectId, name) =>
      changeKeys(projectId, (keys) => [fakeKey(nowMs, { id: `key_${name}`, name }), ...keys]),
    removeKey: (id) => changeKeys(null, (keys) => keys.filter((key) => key.id !== id)),
  };
  return stage;
}

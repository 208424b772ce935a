/// <reference lib="dom" />
import type { Board, BoardKey } from '../../../openai/board.ts';
import { useEffect, useRef, useState } from '../vendor/preact.js';

/** Long enough to look over from the workspace and still see what happened. */
const SHOWN_MS = 9000;

/** A reset changes everything at once; nobody follows that, so nothing is marked then. */
const MOST_CHANGES = 12;

export interface GoneKey extends BoardKey {
  readonly projectId: string;
}

export interface BoardChanges {
  readonly added: ReadonlySet<string>;
  readonly gone: readonly GoneKey[];
}

const QUIET: BoardChanges = { added: new Set(), gone: [] };

/** Keys, audit events and admin keys that have just come or gone, for as long as they are marked. */
export function useBoardChanges(board: Board): BoardChanges {
  const [changes, setChanges] = useState<BoardChanges>(QUIET);
  const before = useRef<Board>(board);
  useEffect(() => {
    const { added, gone } = compare(before.current, board);
    before.current = board;
    const count = added.length + gone.length;
    if (count === 0 || count > MOST_CHANGES) return;
    setChanges((now) => ({ added: new Set([...now.added, ...added]), gone: [...now.gone, ...gone] }));
    setTimeout(() => {
      setChanges((now) => ({
        added: new Set([...now.added].filter((id) => !added.includes(id))),
        gone: now.gone.filter((key) => !gone.includes(key)),
      }));
    }, SHOWN_MS);
  }, [board]);
  return changes;
}

function compare(
  before: Board,
  after: Board,
): { readonly added: readonly string[]; readonly gone: readonly GoneKey[] } {
  const was = new Set(ids(before));
  const is = new Set(ids(after));
  return { added: ids(after).filter((id) => !was.has(id)), gone: keysOf(before).filter((key) => !is.has(key.id)) };
}

function keysOf(board: Board): readonly GoneKey[] {
  return board.projects.flatMap((project) => project.keys.map((key) => ({ ...key, projectId: project.id })));
}

function ids(board: Board): readonly string[] {
  return [...keysOf(board), ...board.adminKeys, ...board.auditLog, ...board.users].map(({ id }) => id);
}

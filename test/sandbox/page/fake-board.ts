import type { Board, BoardKey } from '#sandbox/openai/board.ts';

const redacted = (end: string) => ['sk', 'proj', `********${end}`].join('-');

function fakeKey(nowMs: number, rest: Partial<BoardKey> & Pick<BoardKey, 'id' | 'name'>): BoardKey {
  return {
    redacted: redacted(rest.id.slice(-4)),
    owner: `service account:${rest.name}`,
    createdAtMs: nowMs,
    lastUsedAtMs: null,
    expiresAtMs: null,
    ...rest,
  };
}

const DAY_MS = 86_400_000;

function firstBoard(nowMs: number): Board {
  const old = { createdAtMs: nowMs - 40 * DAY_MS, lastUsedAtMs: nowMs - 7_200_000 };
  return {
    organization: { id: 'org-larkspur', name: 'Larkspur Robotics' },
    projects: [
      {
        id: 'proj_search_dev',
        name: 'search-dev',
        archived: false,
        keys: [
          fakeKey(nowMs, { id: 'key_7a1c', name: 'otto-batch', ...old }),
          fakeKey(nowMs, { id: 'key_91bd', name: 'nightly-index', ...old, expiresAtMs: nowMs + 3 * DAY_MS }),
        ],
      },
      {
        id: 'proj_search_prod',
        name: 'search-prod',
        archived: false,
        keys: [
          fakeKey(nowMs, { id: 'key_c0de', name: 'gateway', owner: 'user:bea.lindqvist@larkspur.example', ...old }),
        ],
      },
      { id: 'proj_old', name: 'prototype-2025', archived: true, keys: [] },
    ],
    users: [
      { id: 'user-bea', name: 'Bea Lindqvist', email: 'bea.lindqvist@larkspur.example', role: 'owner' },
      { id: 'user-erin', name: 'Erin Okafor', email: 'erin.okafor@larkspur.example', role: 'reader' },
    ],
    adminKeys: [
      { id: 'admin_bot', name: 'countersign', redacted: redacted('b0t7'), isBots: true },
      { id: 'admin_old', name: 'terraform', redacted: redacted('te44'), isBots: false },
    ],
    auditLog: [
      {
        id: 'ev1',
        type: 'api_key.created',
        atMs: nowMs - DAY_MS * 2,
        actor: 'terraform',
        subject: 'gateway in search-prod',
      },
    ],
    calls: [
      { atMs: nowMs - 60_000, method: 'GET', path: '/v1/organization/projects', status: 200 },
      { atMs: nowMs - 120_000, method: 'GET', path: '/v1/organization/audit_logs', status: 429 },
    ],
  };
}

export interface FakeOrganization {
  board(): Board;
  addKey(projectId: string, name: string): void;
  removeKey(id: string): void;
  reset(): void;
}

type Keys = readonly BoardKey[];

/** An organization that can gain and lose keys. */
export function createFakeOrganization(nowMs: () => number, changed: () => void): FakeOrganization {
  let board = firstBoard(nowMs());
  const change = (perform: (keys: Keys, projectId: string) => Keys) => {
    const projects = board.projects.map((project) => ({ ...project, keys: perform(project.keys, project.id) }));
    board = { ...board, projects };
    changed();
  };
  return {
    board: () => board,
    addKey: (projectId, name) => {
      const key = fakeKey(nowMs(), { id: `key_${name}`, name });
      change((keys, id) => (id === projectId ? [key, ...keys] : keys));
    },
    removeKey: (id) => change((keys) => keys.filter((key) => key.id !== id)),
    reset: () => {
      board = firstBoard(nowMs());
    },
  };
}

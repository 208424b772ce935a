import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { refusalOfArchived } from './archived.ts';
import { hangingAnswers } from './samples.ts';

const invite = (name: string, ...projects: readonly string[]) => ({
  id: `invite_${name}`,
  email: `${name}@acme.example`,
  role: 'reader',
  status: 'pending',
  created_at: NOON / 1000,
  projects: projects.map((id) => ({ id, role: 'member' })),
});
const only = invite('marta', searchDev.id);
const also = invite('viktor', searchDev.id, 'proj_other');
const foreign = invite('nina', 'proj_other');
const accepted = { ...invite('noor', searchDev.id), status: 'accepted' };

const group = { group_id: 'group_a', group_name: 'search-team', group_type: 'group', created_at: NOON / 1000 };
const ask = (invites: readonly object[], more: object = {}) => ({
  operation: 'projects.close',
  input: { project: searchDev },
  answers: {
    project: projectOnWire(),
    ...hangingAnswers,
    groups: listOnWire(group),
    invites: listOnWire(...invites),
    ...more,
  },
});

describe('closing a project', () => {
  const plan = planOf(ask([only, also, foreign, accepted]));

  test('deletes the invitations to it alone, and archives it last', () => {
    expect(plan.steps.map(({ id, effect, proof }) => [id, effect, proof.by])).toEqual([
      ['invite-invite_marta', 'delete', 'gone'],
      ['archive', 'set', 'equals'],
    ]);
    expect(plan.tier).toBe('critical');
  });

  test('is proven by reads that an archived project still answers', () => {
    expect(plan.steps.map(({ proof }) => proof.read.endpoint)).toEqual([
      'GET /organization/invites/{invite_id}',
      'GET /organization/projects/{project_id}',
    ]);
  });

  test('lists what hangs on it', () => {
    expect(plan.changes.map(({ label, before }) => [label, before])).toEqual([
      ['Invitation', 'marta@acme.example'],
      ['State', 'active'],
      ['Keys', expect.stringContaining('erin laptop of Erin Vale')],
      ['Service accounts', 'evaluator'],
      ['People', 'Erin Vale'],
      ['Groups', 'search-team'],
    ]);
  });

  test('warns of invitations that stay, because they are for other projects, too', () => {
    expect(plan.warnings).toContain('These invitations are for other projects, too, and stay: viktor@acme.example.');
  });

  test('stands on the invitations that go, and on the keys and accounts that end with it', () => {
    const guards = (...invites: readonly object[]) => canonicalJson(planOf(ask(invites)).guards);
    expect(guards(only)).toBe(canonicalJson(plan.guards));
    expect(guards()).not.toBe(canonicalJson(plan.guards));
    const fewer = planOf(ask([only], { keys: listOnWire() }));
    expect(canonicalJson(fewer.guards)).not.toBe(canonicalJson(plan.guards));
  });

  test('keeps no id under the name that would make one step answer for all', () => {
    expect(canonicalJson(plan.guards).match(/"id"/g)).toHaveLength(1);
  });

  test('never takes more than fifty calls', () => {
    const many = Array.from({ length: 60 }, (_, i) => invite(`p${i}`, searchDev.id));
    const crowded = planOf(ask(many));
    expect(crowded.steps).toHaveLength(50);
    expect(crowded.steps.at(-1)?.id).toBe('archive');
  });
});

test('the default project is refused, and one that is archived already', () => {
  const project = projectOnWire({ name: 'Default project' });
  expect(refusalOf(ask([], { project })).code).toBe('projects.default');
  expect(refusalOfArchived('projects.close', { project: searchDev }).code).toBe('projects.archived');
});

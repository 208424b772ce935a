import { describe, expect, it } from 'vitest';
import { undoRequest } from '#operations/requests/undo.ts';
import { listChanges } from '#operations/requests/changes.ts';
import { erinAsks } from '../erin-asks.ts';
import { change, inverse } from './samples.ts';

const ask = erinAsks({ request: inverse.id });
const undo = (more: object) => undoRequest.redirect?.to(ask, { inverse: { ...inverse, ...more } });

describe('undoing a request', () => {
  it('asks for the inverse as what it is', () => {
    expect(undo({})).toEqual({ operation: 'spend-limits.set', input: inverse.input });
  });

  it('is refused where nothing was changed', () => {
    for (const state of ['pending', 'denied', 'failed', 'simulated', 'expired']) {
      expect(undo({ state })).toMatchObject({ kind: 'refusal', code: 'requests.undo.nothing' });
    }
    expect(undoRequest.redirect?.to(ask, { inverse: null })).toMatchObject({ code: 'requests.undo.nothing' });
  });

  it('is refused with the plan’s own sentence where it cannot be, and leads to what helps', () => {
    const refused = undo({ verdict: 'none', sentence: 'the same secret never comes back.', operation: 'keys.issue' });
    expect(refused).toMatchObject({
      code: 'requests.undo.impossible',
      rule: 'the same secret never comes back.',
      next: { kind: 'start', operation: 'keys.issue' },
    });
  });

  it('is refused where not everything the request did is known', () => {
    expect(undo({ input: null })).toMatchObject({ code: 'requests.undo.incomplete' });
  });
});

describe('the change-log', () => {
  const view = (verdict: string) =>
    JSON.stringify(
      listChanges.view(erinAsks({ project: null, person: null, since: null }), {
        changes: [{ ...change, changes: [...change.changes], verdict }],
      }),
    );

  it('says who changed what, from what to what', () => {
    expect(view('exact')).toContain('Erin Vale');
    expect(view('exact')).toContain('Hard limit: $100 → $250');
  });

  it('offers to undo only what can be undone', () => {
    for (const verdict of ['exact', 'recreate', 'partial']) expect(view(verdict)).toContain('requests.undo');
    expect(view('none')).not.toContain('requests.undo');
  });
});

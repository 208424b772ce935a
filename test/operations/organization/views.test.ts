import { describe, expect, it } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { JsonObject } from '#domain/json.ts';
import { erinAsks } from '../erin-asks.ts';
import { census, samples } from './samples.ts';

function viewOf(id: string, known: JsonObject) {
  const sample = samples.find(({ operation }) => operation === id);
  const operation = findOperation(id);
  if (sample === undefined || operation === null) throw new Error(`There is no ${id}`);
  const view = operation.view(erinAsks(sample.input), known);
  if (isRefusal(view)) throw new Error(view.what);
  return JSON.stringify(view);
}

const answersOf = (id: string): JsonObject =>
  (samples.find(({ operation }) => operation === id)?.answers ?? {}) as JsonObject;

describe('the census', () => {
  it('says in one line what a security lead looks for first', () => {
    expect(viewOf('organization.census', { census })).toContain(
      '25 keys · 1 without owner · 7 unused for 90 d · 1 project without a limit · 1 unknown admin key',
    );
  });

  it('counts nothing at all, rather than zero, before anything was read', () => {
    const text = viewOf('organization.census', { census: { ...census, asOf: null, keys: 0, projects: 0 } });
    expect(text).toContain('Nothing is counted yet');
    expect(text).not.toContain('0 keys');
  });

  it('names projects without a limit and admin keys nobody knows', () => {
    const text = viewOf('organization.census', { census });
    expect(text).toContain('playground');
    expect(text).toContain('terraform (iac)');
  });

  it('says what is still being read, and nothing of the kind once everything was', () => {
    expect(viewOf('organization.census', { census })).toContain('Still reading');
    const whole = { ...census, projectsRead: 3, limitsRead: 3 };
    expect(viewOf('organization.census', { census: whole })).not.toContain('Still reading');
  });
});

describe('the status', () => {
  it('shows each endpoint’s pace, who waits and the last refusal', () => {
    const text = viewOf('organization.status', answersOf('organization.status'));
    expect(text).toContain('"GET /organization/users","6","4","0","1 minute ago"');
    expect(text).toContain('"projects","1","1 minute ago","1 minute ago"');
  });

  it('says so when nothing was read yet', () => {
    const empty = {
      status: {
        policy: { inForce: '0123abcd', proposed: null },
        pacing: [],
        outbox: { waiting: 0, oldest: null },
        lists: [],
        open: 0,
        frozen: [],
        rollout: 'nothing was opened yet',
        debts: [],
      },
    };
    expect(viewOf('organization.status', empty)).toContain('Nothing was read from OpenAI yet.');
  });
});

describe('the search', () => {
  it('leads to a project that it found', () => {
    const text = viewOf('organization.search', answersOf('organization.search'));
    expect(text).toContain('projects.show');
    expect(text).toContain('proj_1');
  });
});

describe('the doctor', () => {
  it('says what the installation is ready for, and what to do', () => {
    const text = viewOf('organization.doctor', answersOf('organization.doctor'));
    expect(text).toContain('Doctor: ready for reads, routine');
    expect(text).toContain('Make room soon.');
  });
});

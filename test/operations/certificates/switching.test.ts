import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { certificateOnWire, endingAt, ref } from './wire.ts';

interface Given {
  readonly way: 'activate' | 'deactivate';
  readonly inProject: boolean;
  readonly listed: readonly unknown[];
  readonly name?: string;
  readonly archived?: boolean;
}

const ask = ({ way, inProject, listed, name = 'mine' }: Given) => ({
  operation: `certificates.${way}${inProject ? '-project' : ''}`,
  input: { ...(inProject ? { project: searchDev } : {}), certificate: ref(name) },
  answers: { certificates: listOnWire(...listed), ...(inProject ? { project: projectOnWire() } : {}) },
});

const off = certificateOnWire('mine');
const on = certificateOnWire('mine', { active: true });
const other = certificateOnWire('other', { active: true });

describe('a certificate that is activated in the organization', () => {
  const plan = planOf(ask({ way: 'activate', inProject: false, listed: [off] }));

  test('is critical, and says that Countersign may lock itself out', () => {
    expect(plan.tier).toBe('critical');
    expect(plan.warnings.join(' ')).toContain('locks itself out');
    expect(plan.inverse.sentence).toContain('only an owner can');
  });

  test('says that everybody without a certificate is shut out when it is the first', () => {
    expect(plan.warnings[0]).toContain('every request of the organization without a client certificate fails');
    const second = planOf(ask({ way: 'activate', inProject: false, listed: [off, other] }));
    expect(second.warnings.join(' ')).not.toContain('every request');
    expect(second.holds).toBe('also active: other');
  });

  test('is switched by one call and proven by the list', () => {
    expect(plan.steps).toMatchObject([
      {
        effect: 'set',
        call: { endpoint: 'POST /organization/certificates/activate', body: { certificate_ids: ['cert_mine'] } },
        proof: {
          by: 'listed',
          read: { endpoint: 'GET /organization/certificates' },
          where: { id: 'cert_mine', active: true },
        },
      },
    ]);
  });

  test('is undone by switching the same one off', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'certificates.deactivate' });
    expect(findOperation('certificates.deactivate')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('is another request as soon as another one is switched', () => {
    const later = planOf(ask({ way: 'activate', inProject: false, listed: [off, other] }));
    expect(later.guards).not.toEqual(plan.guards);
  });

  test.each([
    ['2026-12-01T00:00:00Z', 'It ends in 7 days'],
    ['2026-11-01T00:00:00Z', 'It ended 22 days ago'],
  ])('that ends at %s warns of it', (iso, warning) => {
    const ending = certificateOnWire('mine', endingAt(iso));
    const { warnings } = planOf(ask({ way: 'activate', inProject: false, listed: [ending] }));
    expect(warnings.join(' ')).toContain(warning);
  });
});

describe('a certificate that is switched in a project', () => {
  const plan = planOf(ask({ way: 'activate', inProject: true, listed: [off] }));

  test('shuts out that project only', () => {
    expect(plan).toMatchObject({ tier: 'destructive', project: searchDev });
    expect(plan.warnings.join(' ')).toContain('every request of search-dev');
    expect(plan.warnings.join(' ')).not.toContain('locks itself out');
    expect(plan.steps[0]?.call).toMatchObject({
      endpoint: 'POST /organization/projects/{project_id}/certificates/activate',
      params: { project_id: 'proj_search_dev' },
    });
  });

  test('is undone in that project', () => {
    expect(plan.inverse).toMatchObject({ operation: 'certificates.deactivate-project', input: { project: searchDev } });
    expect(findOperation('certificates.deactivate-project')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });
});

describe('a certificate that is deactivated', () => {
  test.each([true, false])('as the last one opens the place again (in a project: %s)', (inProject) => {
    const { warnings } = planOf(ask({ way: 'deactivate', inProject, listed: [on] }));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('No other');
  });

  test('beside another one shuts its clients out', () => {
    const { warnings, steps } = planOf(ask({ way: 'deactivate', inProject: true, listed: [on, other] }));
    expect(warnings).toEqual(['Clients whose certificate was issued under it fail at once in search-dev.']);
    expect(steps[0]?.proof).toMatchObject({ where: { id: 'cert_mine', active: false } });
  });
});

describe('a switch is refused', () => {
  test.each([
    ['activate', on, 'active already'],
    ['deactivate', off, 'not active'],
  ] as const)('to %s what stands so', (way, listed, says) => {
    const refusal = refusalOf(ask({ way, inProject: false, listed: [listed] }));
    expect(refusal).toMatchObject({ code: 'certificates.same', what: expect.stringContaining(says) as string });
  });

  test('for a certificate that is gone', () => {
    expect(refusalOf(ask({ way: 'activate', inProject: false, listed: [other] })).code).toBe('certificates.gone');
  });

  test('in an archived project', () => {
    const operation = findOperation('certificates.activate-project');
    const given = ask({ way: 'activate', inProject: true, listed: [off] });
    const project = { id: searchDev.id, name: searchDev.name, status: 'archived', createdAt: 0 };
    const asked = { ...given, now: 0 } as never;
    expect(operation?.need(asked, { project })).toMatchObject({ code: 'certificates.archived' });
  });
});

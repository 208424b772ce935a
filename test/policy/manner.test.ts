import { describe, expect, it, test } from 'vitest';
import { personId } from '#domain/ids.ts';
import { evaluate } from '#policy/evaluate.ts';
import { listenersOf } from '#policy/listeners.ts';
import {
  BEA,
  eligibleIn,
  ERIN,
  factsOf,
  people,
  policyText,
  policyWith,
  problemsIn,
  refusalOf,
  STRANGER,
} from './fixture.ts';

const inUnits = {
  people: [
    'people:',
    '  erin: { name: Erin Vale, slack: U0ERIN0001, openai: erin@acme.example, unit: search }',
    '  bea: { name: Bea Lindqvist, slack: U0BEA00001, openai: Bea@Acme.example, unit: payments }',
    '  omar: { name: Omar Haddad, slack: U0OMAR0001, openai: omar@acme.example, unit: search }',
    '  sam: { name: Sam Okafor, slack: U0SAM00001 }',
  ].join('\n'),
};
const asking = (rest: string) => ({
  rules: `rules: [{ name: One, operations: '*', requesters: everyone, ${rest} }]`,
});

describe('different units', () => {
  const policy = policyWith({ ...inUnits, ...asking('different_unit: true') });

  it('A12 · whoever is of the requester’s unit, or of none that is known, cannot consent', () => {
    expect(eligibleIn(evaluate(policy, factsOf({ policy, by: ERIN, operation: 'keys.issue' })))).toEqual([['bea']]);
  });

  it('A12 · a requester whose unit is not known cannot ask, because nobody is known to be of another', () => {
    const refusal = refusalOf(evaluate(policy, factsOf({ policy, by: STRANGER, operation: 'keys.issue' })));
    expect(refusal).toMatchObject({ code: 'policy.unreachable-quorum' });
    expect(refusal.rule).toContain('The unit of whoever asks is not known');
  });

  it('A12 · two people of one unit are not two', () => {
    const groups = inUnits.people.replace('search }\n  sam', 'payments }\n  sam');
    const two = policyWith({ people: groups, ...asking('approvals: 2, different_unit: true') });
    const verdict = evaluate(two, factsOf({ policy: two, by: ERIN, operation: 'keys.issue' }));
    expect(refusalOf(verdict)).toMatchObject({ code: 'policy.unreachable-quorum' });
  });

  test('a group can say the unit of people without an entry; two that disagree say nothing', () => {
    const groups = 'groups: { approvers: [bea, omar, sam], on-call: { slack_group: S0ONCALL01, unit: ops } }';
    const byGroup = policyWith({ ...inUnits, groups, ...asking('different_unit: true') });
    const facts = (members: Parameters<typeof factsOf>[0]['members']) =>
      evaluate(
        byGroup,
        factsOf({
          policy: byGroup,
          by: STRANGER,
          operation: 'keys.issue',
          ...(members === undefined ? {} : { members }),
        }),
      );
    expect(eligibleIn(facts({ 'on-call': people(STRANGER) }))).toEqual([['bea', 'omar']]);
    expect(facts({}).kind).toBe('deny');
  });

  test('a tier says it for its rules, and a rule can say otherwise', () => {
    const tiers =
      'tiers: { routine: { from: approvers, different_unit: true }, destructive: { from: approvers }, critical: { from: approvers } }';
    const strict = policyWith({ ...inUnits, tiers });
    const free = policyWith({ ...inUnits, tiers, ...asking('different_unit: false') });
    const of = (given: typeof strict, operation: string) =>
      evaluate(given, factsOf({ policy: given, by: ERIN, operation }));
    expect(of(strict, 'keys.issue')).toMatchObject({ manner: { differentUnit: true } });
    expect(of(strict, 'keys.revoke')).toMatchObject({ manner: { differentUnit: false } });
    expect(of(free, 'keys.issue')).toMatchObject({ manner: { differentUnit: false } });
  });
});

describe('owners of the project', () => {
  const policy = policyWith(asking('approvals: [{ count: 1, from: project-owners }]'));
  const verdict = (projectOwners: Parameters<typeof factsOf>[0]['facts'], project?: null) =>
    evaluate(
      policy,
      factsOf({
        policy,
        by: ERIN,
        operation: 'keys.issue',
        ...(project === null ? { project } : {}),
        ...(projectOwners === undefined ? {} : { facts: projectOwners }),
      }),
    );

  test('are whoever the policy knows by the address of their user there', () => {
    const emails = ['bea@acme.example', 'OMAR@acme.example', 'stranger@acme.example', 'erin@acme.example'];
    expect(eligibleIn(verdict({ projectOwners: { known: true, emails } }))).toEqual([['bea', 'omar']]);
  });

  test('are nobody while they are not known, where there are none, and where there is no project', () => {
    expect(verdict({ projectOwners: { known: false, why: 'OpenAI was silent' } }).kind).toBe('deny');
    expect(verdict({ projectOwners: { known: true, emails: [] } }).kind).toBe('deny');
    expect(verdict({ projectOwners: { known: true, emails: ['bea@acme.example'] } }, null).kind).toBe('deny');
  });

  test('can be told of a request and asked to ask', () => {
    const asks = policyWith({
      rules: "rules: [{ name: One, operations: '*', requesters: project-owners, notify: [security, project-owners] }]",
    });
    const known = { projectOwners: { known: true as const, emails: ['bea@acme.example'] } };
    expect(evaluate(asks, factsOf({ policy: asks, by: BEA, operation: 'keys.issue', facts: known }))).toMatchObject({
      kind: 'permit',
      manner: { notify: ['security', 'project-owners'] },
    });
    expect(evaluate(asks, factsOf({ policy: asks, by: ERIN, operation: 'keys.issue', facts: known })).kind).toBe(
      'deny',
    );
  });

  test('are built in: no group and nobody can have their name', () => {
    expect(
      problemsIn(policyText({ groups: 'groups: { approvers: [bea, omar], project-owners: [sam] }' })).join(),
    ).toContain('project-owners means who owns the project at OpenAI; take another name.');
  });
});

describe('a standing order', () => {
  test.each<[string, string, string]>([
    [
      'beyond routine',
      'operations: keys.revoke, standing: true, approvals: 0',
      'A standing order is for routine changes only, and for keys.revoke under when: { own: true }; this covers keys.revoke.',
    ],
    [
      'of a read',
      'operations: reads, standing: true',
      'A standing order is for routine changes only, and for keys.revoke under when: { own: true }; this covers keys.list.',
    ],
    [
      'that denies',
      "operations: keys.issue, deny: true, why: 'No.', standing: true",
      'Nobody approves what is denied; delete standing.',
    ],
    [
      'that is none, with nobody to approve',
      'operations: keys.issue, approvals: 0',
      'Only reads run without a second person: write 1 or more.',
    ],
  ])('%s is refused', (_, rule, sentence) => {
    expect(problemsIn(policyText({ rules: `rules: [{ name: One, requesters: everyone, ${rule} }]` })).join()).toContain(
      sentence,
    );
  });

  test('lets nobody ask by itself', () => {
    const policy = policyWith({
      rules: 'rules: [{ name: One, operations: keys.issue, requesters: everyone, standing: true, approvals: 0 }]',
    });
    expect(refusalOf(evaluate(policy, factsOf({ policy, by: ERIN, operation: 'keys.issue' }))).code).toBe(
      'policy.no-rule',
    );
  });
});

describe('whoever is notified', () => {
  const names = ['security', 'on-call', 'erin', 'bea', 'C0FINANCE1'];
  const policy = policyWith(asking(`notify: [${names.join(', ')}]`));
  const heard = (members: Parameters<typeof factsOf>[0]['members'] = {}) =>
    listenersOf(
      { policy, facts: factsOf({ policy, by: ERIN, operation: 'keys.issue', members }) },
      names,
      personId('erin'),
    );

  test('is each human of these groups once, but not whoever asks, and each channel', () => {
    expect(heard({ 'on-call': people(BEA, STRANGER) })).toEqual({
      people: [BEA, 'U0SAM00001', STRANGER].toSorted(),
      channels: ['C0FINANCE1'],
      unread: [],
    });
  });

  test('is nobody of a group that cannot be read, which is said', () => {
    expect(heard()).toMatchObject({ people: [BEA, 'U0SAM00001'], unread: ['on-call'] });
  });

  test('is nobody of what is confidential, whatever the rule says', () => {
    const section = 'confidential: { operations: keys.revoke, requesters: approvers, approvers: approvers, delay: 1d }';
    const secret = policyWith({ ...asking('notify: [security, erin, C0FINANCE1]'), confidential: section });
    const asked = (confidential: boolean) =>
      evaluate(secret, factsOf({ policy: secret, by: BEA, operation: 'keys.revoke', facts: { confidential } }));
    expect(asked(false)).toMatchObject({ kind: 'permit', manner: { notify: ['security', 'erin', 'C0FINANCE1'] } });
    expect(asked(true)).toMatchObject({ kind: 'permit', manner: { notify: [] } });
  });

  test('has to exist', () => {
    expect(problemsIn(policyText(asking('notify: [securty, C1]'))).map((line) => line.split(': ')[1])).toEqual([
      'There is no group or person securty, nor is it the id of a channel. Did you mean security?',
      'There is no group or person C1, nor is it the id of a channel.',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { offboardUser } from '#operations/users/offboard.ts';
import { onboardUser } from '#operations/users/onboard.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { issuedKey } from '../samples.ts';
import { accountKeyOnWire, listOnWire, memberOnWire, userKeyOnWire } from '../wire.ts';
import { keyFound, offboarding, owners, samMember } from './people.ts';
import { sentBy } from './sent.ts';
import { bea, erin, heldOnWire, inviteOnWire, ownerOnWire, ownKeyOnWire, userOnWire } from './wire.ts';

type Answers = Readonly<Record<string, unknown>>;
const withAnswers = (more: Answers, input: Answers = {}) => ({
  operation: 'users.offboard',
  input: { ...offboarding.input, ...input } as never,
  answers: { ...offboarding.answers, ...more },
});

const erinsAdminKey = ownKeyOnWire({ id: 'key_adm', name: 'erin export', owner: { type: 'user', id: 'user_erin' } });

describe('leaving altogether', () => {
  const plan = planOf(
    withAnswers({
      adminKeys: listOnWire(ownKeyOnWire(), erinsAdminKey),
      invites: listOnWire(
        inviteOnWire({ id: 'invite_old', email: 'Erin@acme.example', status: 'expired' }),
        inviteOnWire({ id: 'invite_used', email: 'erin@acme.example', status: 'accepted' }),
        inviteOnWire(),
      ),
    }),
  );

  test('ends admin keys and invitations first, then keys, and the person last', () => {
    expect(sentBy(plan)).toEqual([
      'DELETE /organization/admin_api_keys/key_adm',
      'DELETE /organization/invites/invite_old',
      'DELETE /organization/projects/proj_search_dev/api_keys/key_erin',
      'DELETE /organization/users/user_erin',
    ]);
    expect(plan).toMatchObject({ tier: 'critical', title: 'Off-board Erin Vale', project: null });
  });

  test('shows the memberships, which go with the person in one call', () => {
    expect(plan.changes.map(({ label, before }) => `${label}: ${before}`)).toEqual([
      'Person: Erin Vale (erin@acme.example), reader',
      'Admin key: erin export (sk-admin-abc...wxyz)',
      'Key: erin laptop (sk-proj-abc...wxyz) in search-dev',
      'In billing: owner',
      'In search-dev: member',
      'Invitation: Erin@acme.example as reader',
    ]);
    expect(plan.changes.every((change) => change.after === null)).toBe(true);
    expect(plan.holds).toBe('Erin Vale (erin@acme.example) · reader · 2 projects · 1 key');
  });

  test('keeps what ended as it was', () => {
    expect(plan.before).toMatchObject({
      user: { id: 'user_erin', role: 'reader' },
      places: [
        { id: 'proj_billing', role: 'owner', keys: [] },
        { id: 'proj_search_dev', role: 'member', keys: [{ id: 'key_erin', name: 'erin laptop' }] },
      ],
      adminKeys: [{ id: 'key_adm' }],
      invites: [{ id: 'invite_old' }, { id: 'invite_used' }],
    });
  });

  test('comes back in part, by an invitation', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'users.onboard' });
    expect(onboardUser.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('names what stays', () => {
    expect(plan.warnings).toEqual(['Not ended: 1 key of service accounts in these projects. Replace those they knew.']);
    const warned = planOf(
      withAnswers({
        found: [keyFound, { ...keyFound, id: 'key_erin' }, { ...keyFound, kind: 'person' }],
        'keys in proj_search_dev': listOnWire(userKeyOnWire({ last_used_at: NOON / 1000 - 600 })),
        'members of proj_billing': listOnWire(memberOnWire({ role: 'owner' })),
      }),
    );
    expect(warned.warnings).toEqual([
      'In use: erin laptop (10 minutes ago). Whatever uses them stops at once.',
      'billing has no owner of its own then. Name a successor to hand it over.',
      'Not ended by this, in projects they have left: old script (hackday · sk-proj-old...wxyz). Revoke them one by one.',
    ]);
  });

  test('is honest where OpenAI does not say which projects there are', () => {
    const dark = planOf(withAnswers({ user: userOnWire({ projects: null }) }));
    expect(sentBy(dark)).toEqual(['DELETE /organization/users/user_erin']);
    expect(dark.warnings[0]).toBe(
      'OpenAI does not say which projects they are in, so keys of theirs there are not ended.',
    );
  });
});

describe('what was issued to them here', () => {
  const lease = issuedKey({ accountId: 'user_svc' });

  test('goes with its account', () => {
    const plan = planOf(
      withAnswers({ held: { issued: [lease, issuedKey({ endedAt: NOON, accountId: 'x' })], known: [] } }),
    );
    expect(sentBy(plan)).toContain('DELETE /organization/projects/proj_search_dev/service_accounts/user_svc');
    expect(plan.changes).toContainEqual({
      label: 'Service account',
      before: 'nightly-eval in search-dev, issued for: nightly evaluation',
      after: null,
    });
    expect(plan.warnings).toEqual([]);
  });

  test('is asked for by the address of whoever leaves', () => {
    const other = { ...offboarding.input, user: { ...erin, email: 'erin.other@acme.example' } };
    const { questions } = gatherByHand(offboardUser, erinAsks(other), offboarding.answers);
    expect(questions).toContainEqual({ of: 'keys-of', email: 'erin.other@acme.example' });
  });

  test('in a project they have left is looked at as well', () => {
    const held = { issued: [issuedKey({ projectId: 'proj_lab', projectName: 'lab' })], known: [] };
    const plan = planOf(withAnswers({ held, 'keys in proj_lab': listOnWire(accountKeyOnWire()) }));
    expect(sentBy(plan)).toContain('DELETE /organization/projects/proj_lab/service_accounts/user_svc');
  });
});

describe('a successor', () => {
  const successor = userOnWire({ ...bea });
  const handing = (members: unknown) =>
    planOf(withAnswers({ successor, 'members of proj_billing': members }, { successor: bea }));

  test('becomes owner of what they own, before anything ends there', () => {
    const plan = handing(listOnWire(memberOnWire({ role: 'owner' })));
    expect(sentBy(plan)[0]).toBe('POST /organization/projects/proj_billing/users');
    expect(plan.steps[0]?.call.body).toEqual({ user_id: 'user_bea', role: 'owner' });
    expect(plan.beneficiaryEmail).toBe('bea@acme.example');
    expect(plan.warnings.join(' ')).not.toContain('no owner');
  });

  test('who is a member there is raised', () => {
    const plan = handing(listOnWire(memberOnWire({ role: 'owner' }), memberOnWire({ ...bea })));
    expect(sentBy(plan)[0]).toBe('POST /organization/projects/proj_billing/users/user_bea');
    expect(plan.steps[0]?.call.body).toEqual({ role: 'owner' });
  });

  test('who owns it already needs nothing, and then nobody gains', () => {
    const plan = handing(listOnWire(memberOnWire({ role: 'owner' }), memberOnWire({ ...bea, role: 'owner' })));
    expect(sentBy(plan).join(' ')).not.toContain('POST');
    expect(plan.beneficiaryEmail).toBe('erin@acme.example');
  });

  test('gets no default project', () => {
    const user = userOnWire({
      projects: { object: 'list', data: [{ id: 'proj_billing', name: 'Default project', role: 'owner' }] },
    });
    const plan = planOf(withAnswers({ user, successor }, { successor: bea }));
    expect(sentBy(plan).join(' ')).not.toContain('POST');
    expect(plan.warnings[0]).toBe('Default project cannot be handed over: nobody is added to it directly.');
  });

  test('is somebody else, and there', () => {
    const self = withAnswers({ successor: userOnWire() }, { successor: erin });
    expect(refusalOf(self).code).toBe('users.offboard.own-successor');
    expect(refusalOf(withAnswers({ successor: null }, { successor: bea })).code).toBe('users.gone');
  });
});

describe('people of an identity provider', () => {
  const user = userOnWire({ is_scim_managed: true });

  test('lose here what was given here, and stay until they are removed there', () => {
    const both = heldOnWire({ id: 'role_key', name: 'Key rotator' }, ['user_erin', 'group_oncall']);
    const roles = listOnWire(heldOnWire(), heldOnWire({ id: 'role_fin', name: 'Finance' }, ['group_finops']), both);
    const plan = planOf(withAnswers({ user, roles }));
    expect(sentBy(plan)).toEqual([
      'DELETE /organization/projects/proj_billing/users/user_erin',
      'DELETE /organization/projects/proj_search_dev/api_keys/key_erin',
      'DELETE /organization/projects/proj_search_dev/users/user_erin',
      'DELETE /organization/users/user_erin/roles/role_usage',
    ]);
    expect(plan.warnings[0]).toBe(
      'They stay in the organization until your identity provider removes them. With their groups go the roles Finance, Key rotator.',
    );
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'users.onboard' });
  });

  test('with nothing left are pointed there', () => {
    const empty = userOnWire({ is_scim_managed: true, projects: { object: 'list', data: [] } });
    expect(refusalOf(withAnswers({ user: empty }))).toMatchObject({
      code: 'users.offboard.nothing',
      rule: 'Whom the identity provider manages is removed there.',
    });
  });
});

describe('leaving some projects', () => {
  const leaving = (from: readonly string[], more: Answers = {}) => withAnswers(more, { from });

  test('takes keys and membership there, and touches nothing else', () => {
    const plan = planOf(leaving(['search-dev']));
    expect(sentBy(plan)).toEqual([
      'DELETE /organization/projects/proj_search_dev/api_keys/key_erin',
      'DELETE /organization/projects/proj_search_dev/users/user_erin',
    ]);
    expect(plan).toMatchObject({ tier: 'destructive', title: 'Take Erin Vale out of search-dev', project: searchDev });
  });

  test('reads neither roles nor admin keys nor invitations', () => {
    const { calls } = gatherByHand(offboardUser, erinAsks(leaving(['search-dev']).input), offboarding.answers);
    expect(calls.map((call) => call.endpoint)).toEqual([
      'GET /organization/users/{user_id}',
      'GET /organization/projects/{project_id}/api_keys',
    ]);
  });

  test('is undone exactly where nothing but memberships went', () => {
    const plan = planOf(leaving(['billing', 'search-dev'], { 'keys in proj_search_dev': listOnWire() }));
    expect(plan.title).toBe('Take Erin Vale out of 2 projects');
    expect(plan.inverse).toMatchObject({
      verdict: 'exact',
      input: { projects: ['proj_billing:owner', 'proj_search_dev'] },
    });
    expect(planOf(leaving(['search-dev'])).inverse.verdict).toBe('partial');
  });

  test('asks a project itself where OpenAI does not say who is in which', () => {
    const plan = planOf(
      leaving(['search-dev'], {
        user: userOnWire({ projects: null }),
        'members of proj_search_dev': listOnWire(memberOnWire(), samMember),
      }),
    );
    expect(sentBy(plan).at(-1)).toBe('DELETE /organization/projects/proj_search_dev/users/user_erin');
  });

  test('is refused where there is nothing, and for a project nobody knows', () => {
    const nothing = leaving(['playground'], { 'keys in proj_playground': listOnWire() });
    expect(refusalOf(nothing).code).toBe('users.offboard.nothing');
    const known = { user: { projects: [] }, found: [], projects: offboarding.answers.projects };
    const no = offboardUser.need(erinAsks(leaving(['nowhere']).input), known);
    expect(no).toMatchObject({ kind: 'refusal', code: 'invites.unknown-project' });
  });

  test('that holds only keys has no undo', () => {
    const plan = planOf(leaving(['playground'], { 'keys in proj_playground': listOnWire(userKeyOnWire()) }));
    expect(plan.inverse).toMatchObject({ verdict: 'none', operation: null });
  });
});

describe('more than fits', () => {
  const many = (count: number, role: string) =>
    Array.from({ length: count }, (_, n) => ({ id: `proj_${100 + n}`, name: `p${n}`, role }));
  const crowd = (count: number, role: string, keys: unknown = listOnWire()) =>
    withAnswers({
      user: userOnWire({ projects: { object: 'list', data: many(count, role) } }),
      ...Object.fromEntries(many(count, role).map(({ id }) => [`keys in ${id}`, keys])),
      ...Object.fromEntries(
        many(count, role).map(({ id }) => [`members of ${id}`, listOnWire(samMember, memberOnWire())]),
      ),
    });

  test.each([
    ['owned', 'owner', 7],
    ['joined', 'member', 14],
  ])('of %s projects stays within the reads it declares', (_, role, first) => {
    const given = crowd(20, role);
    const reads = gatherByHand(offboardUser, erinAsks(given.input), {
      ...given.answers,
      'members of proj_100': listOnWire(samMember),
    }).calls;
    expect(reads.filter((call) => call.endpoint.endsWith('/api_keys'))).toHaveLength(first);
    expect(reads.length).toBeLessThanOrEqual(offboardUser.callBudget);
  });

  test('says which part this is, how to ask for the next, and lets the person stay until the last', () => {
    const plan = planOf(crowd(20, 'member'));
    expect(plan.title).toBe('Off-board Erin Vale (part 1 of 2)');
    expect(plan.warnings[0]).toBe(
      'This is part 1 of 2. When it is done, ask for the next: /openai users offboard erin@acme.example --part 2',
    );
    expect(plan.steps).toHaveLength(14);
    expect(sentBy(plan)).not.toContain('DELETE /organization/users/user_erin');
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'users.onboard' });
  });

  test('ends with a part that removes the person', () => {
    const given = crowd(6, 'member');
    const plan = planOf({ ...given, input: { ...offboarding.input, part: 2 } });
    expect(plan.title).toBe('Off-board Erin Vale (part 2 of 2)');
    expect(sentBy(plan)).toEqual(['DELETE /organization/users/user_erin']);
  });

  test('never sends more than fifty calls, and keeps the membership while keys are left', () => {
    const keys = listOnWire(...Array.from({ length: 60 }, (_, n) => userKeyOnWire({ id: `key_${100 + n}` })));
    const plan = planOf(crowd(1, 'member', keys));
    expect(plan.steps).toHaveLength(50);
    expect(sentBy(plan).every((call) => call.includes('/api_keys/'))).toBe(true);
    expect(plan.title).toBe('Off-board Erin Vale (part 1 of 2)');
  });
});

describe('it is refused', () => {
  const owner = ownerOnWire({ ...erin });
  const alone = listOnWire(ownerOnWire({ ...erin }));

  test.each([
    ['users.gone', { user: null }],
    ['users.default', { user: userOnWire({ is_default: true }) }],
    ['users.own-key', { adminKeys: listOnWire(ownKeyOnWire({ owner: { type: 'user', id: 'user_erin' } })) }],
    ['users.own-key-unknown', { user: owner, owners, own: { id: null } }],
    ['users.last-owner', { user: owner, owners: alone }],
  ])('%s', (code, more) => {
    expect(refusalOf(withAnswers(more)).code).toBe(code);
  });
});

test('it stands on everything that was found: one key more, and it is another plan', () => {
  const plan = planOf(offboarding);
  const more = listOnWire(userKeyOnWire(), userKeyOnWire({ id: 'key_more' }));
  expect(planOf(withAnswers({ 'keys in proj_search_dev': more })).guards).not.toEqual(plan.guards);
  const used = listOnWire(userKeyOnWire({ last_used_at: NOON / 1000 }), accountKeyOnWire());
  expect(planOf(withAnswers({ 'keys in proj_search_dev': used })).guards).toEqual(plan.guards);
});

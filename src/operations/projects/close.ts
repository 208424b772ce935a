import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import type { Refusal } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { type Invite, invitesSchema, keepInvites } from '../objects/invite.ts';
import { keepProjectGroups, projectGroupSchema } from '../objects/project-group.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Change, Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { archiveStep, noWayBack } from './archive-step.ts';
import { endingChanges, hanging, hangingGuard, keyFacts, needHanging, sayHolds, warnInUse } from './hanging.ts';
import { needInside, projectGuard, refOf } from './inside.ts';
import { refuseDefault } from './naming.ts';

const id = operationId('projects.close');

const fields = { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } } as const;

const known = z.object({
  project: projectSchema,
  ...hanging,
  groups: z.array(projectGroupSchema),
  invites: invitesSchema,
});
type Known = z.infer<typeof known>;
type CloseAsk = Ask<InputOf<typeof fields>>;

function needAll(project: ProjectRef, now: number): readonly Need[] {
  return [
    ...needHanging(project, now),
    read('groups', {
      call: call('GET /organization/projects/{project_id}/groups', { params: { project_id: project.id } }),
      keep: keepProjectGroups,
      pages: 'all',
    }),
    read('invites', {
      call: call('GET /organization/invites'),
      keep: (answer) =>
        keepInvites(answer).filter(
          (invite) => invite.status === 'pending' && invite.projects.some((each) => each.id === project.id),
        ),
      pages: 'all',
    }),
  ];
}

// One step less than a plan may have: archiving is the last.
const MOST_INVITES = 49;

function deleteInvite(invite: Invite): Step {
  const params = { invite_id: invite.id };
  return deleteStep({
    id: `invite-${invite.id}`,
    title: `Delete the invitation of ${invite.email}, which is for this project only`,
    call: callTemplate('DELETE /organization/invites/{invite_id}', { params }),
    read: callTemplate('GET /organization/invites/{invite_id}', { params }),
  });
}

/** Invitations for this project and no other go; the others cannot be changed and stay. */
function sortInvites(invites: readonly Invite[]) {
  const going = invites.filter((invite) => invite.projects.length === 1).slice(0, MOST_INVITES);
  return { going, staying: invites.filter((invite) => !going.includes(invite)) };
}

function changesOf(have: Known, going: readonly Invite[], now: number): readonly Change[] {
  const groups = have.groups.map((group) => group.name).join(', ');
  return [
    ...going.map((invite) => ({ label: 'Invitation', before: invite.email, after: null })),
    { label: 'State', before: 'active', after: 'archived, for ever' },
    ...endingChanges(have, now),
    ...(groups === '' ? [] : [{ label: 'Groups', before: groups, after: null }]),
  ];
}

function plan(ask: CloseAsk, have: Known): Plan | Refusal {
  const refusal = refuseDefault(have.project);
  if (refusal !== null) return refusal;
  const project = refOf(have.project);
  const { going, staying } = sortInvites(have.invites);
  const names = staying.map((invite) => invite.email).join(', ');
  return planOf({
    operation: id,
    tier: 'critical',
    title: `Close the project ${project.name}`,
    gist: `${project.name}, for ever`,
    target: { kind: 'project', ...project },
    project,
    changes: changesOf(have, going, ask.now),
    holds: sayHolds(have),
    facts: keyFacts(have.keys, ask.now),
    warnings: [
      ...warnInUse(have.keys, ask.now),
      ...(staying.length === 0 ? [] : [`These invitations are for other projects, too, and stay: ${names}.`]),
      'An archived project never comes back.',
    ],
    guards: {
      project: projectGuard(have.project),
      ...hangingGuard(have),
      invites: going.map((invite) => invite.id).toSorted(),
    },
    before: {
      project: { ...have.project },
      members: have.members,
      keys: have.keys,
      accounts: have.accounts,
      groups: have.groups,
      invites: have.invites,
    },
    // Archiving ends by itself all that is inside, and nothing inside can be read or proven after it. So only what points at the
    // project from outside is taken away, and before.
    steps: [...going.map(deleteInvite), archiveStep(project)],
    inverse: noWayBack(project),
  });
}

export const closeProject = declareChange({
  id,
  tier: 'critical',
  title: 'Close a project',
  summary:
    'Shows all that hangs on a project, deletes the invitations to it, and archives it last. OpenAI has no way back.',
  example: '/openai projects close hackweek-2026 --reason "the week is over"',
  fields,
  callBudget: 7,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'projects',
      ref: ask.input.project,
      rest: () => (have.members === undefined ? needAll(ask.input.project, ask.now) : []),
    }),
  plan,
});

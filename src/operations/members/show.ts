import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Instant, utcMinute } from '#domain/instant.ts';
import type { ProjectRef } from '../field.ts';
import { agedList, type KnownKey, knownKeySchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { keyActions, keyInput, whenEnds, whenUsed } from '../keys/describe-key.ts';
import { keepMember, type Member, memberSchema } from '../objects/member.ts';
import { hasAddress } from '../objects/person.ts';
import { projectSchema } from '../objects/project.ts';
import { type HeldRole, heldRoleSchema } from '../objects/role.ts';
import { declareRead } from '../operation.ts';
import { needInside, refOf } from '../projects/inside.ts';
import type { ViewAction, ViewPart, ViewRow } from '../view.ts';
import { whenRead } from '../when-read.ts';
import { personField, projectField } from './fields.ts';
import { membershipInput, needProjectRoles, oneMemberCall, refuseAbsent } from './membership.ts';

function actionsFor(project: ProjectRef, member: Member): readonly ViewAction[] {
  const input = membershipInput(project, member);
  const other = member.role === 'owner' ? 'member' : 'owner';
  return [
    {
      label: `Make ${other}`,
      operation: operationId('members.set-role'),
      input: { ...input, role: other },
      style: 'plain',
    },
    { label: 'Remove', operation: operationId('members.remove'), input, style: 'danger' },
  ];
}

/** Through whom a role is had, as far as OpenAI says. */
function sayRole({ name, sources }: HeldRole): string {
  const groups = sources.filter((source) => source.kind === 'group').length;
  const isDirect = sources.length === 0 || groups < sources.length;
  return isDirect ? name : `${name} (through a group)`;
}

function keyRow(key: KnownKey, project: ProjectRef, now: Instant): ViewRow {
  return {
    cells: [key.name, key.redacted, whenUsed(key.lastUsedAt, now), whenEnds(key.expiresAt)],
    actions: keyActions(keyInput(key, project)),
  };
}

const known = z.object({
  project: projectSchema,
  member: memberSchema.nullable(),
  roles: z.array(heldRoleSchema).nullable(),
  keys: agedList(knownKeySchema),
});

function factsOf(member: Member | null, roles: readonly HeldRole[]): ViewPart {
  const added = member?.addedAt ?? null;
  return {
    part: 'facts',
    facts: [
      { label: 'Role', value: member?.role ?? 'comes in through a group alone' },
      ...(added === null ? [] : [{ label: 'Since', value: utcMinute(added) }]),
      { label: 'Roles in effect', value: roles.map(sayRole).join(', ') || 'unknown' },
    ],
  };
}

export const showMember = declareRead({
  id: operationId('members.show'),
  title: 'Show a member of a project',
  summary: 'Role, roles through groups, and keys of one person in one project.',
  example: '/openai members show search-dev --user erin@acme.example',
  fields: { project: projectField, user: personField },
  callBudget: 3,
  known,
  need: (ask, have) => {
    const { project, user } = ask.input;
    return needInside(have, {
      family: 'members',
      ref: project,
      rest: () =>
        have.member === undefined
          ? [
              read('member', { call: oneMemberCall(project, user), keep: keepMember, absent: 'null' }),
              needProjectRoles(project, user),
              recall('keys', { of: 'keys', projectId: project.id }),
            ]
          : [],
    });
  },
  view: (ask, { project: seen, member, roles, keys }) => {
    const project = refOf(seen);
    const { user } = ask.input;
    if (member === null && roles === null) return refuseAbsent(project, user);
    const theirs = keys.items.filter((key) => hasAddress({ email: key.ownerEmail }, member?.email ?? user.email));
    return {
      title: `${member?.name ?? user.name} in ${project.name}`,
      parts: [
        factsOf(member, roles ?? []),
        {
          part: 'rows',
          columns: ['Key', 'Value', 'Last used', 'Ends'],
          rows: theirs.map((key) => keyRow(key, project, ask.now)),
          empty: 'They have no key of their own here.',
        },
        whenRead(keys.asOf, ask.now),
        ...(member === null ? [] : ([{ part: 'actions', actions: actionsFor(project, member) }] as const)),
      ],
    };
  },
});

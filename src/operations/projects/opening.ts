import { type OperationId, operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { formatCents } from '#domain/money.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { modelsPart } from '../models/list-part.ts';
import type { ModelList } from '../objects/model-list.ts';
import type { Project } from '../objects/project.ts';
import { wordsOfLimits } from '../rate-limits/limit-word.ts';
import { limitsPart, type ModelLimits } from '../rate-limits/limits-part.ts';
import { sayLimits } from '../objects/rate-limit.ts';
import type { Change, Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { slotJson } from '../template.ts';
import { archiveAgain, makeProject, newProject, newProjectId, projectToBe, sayResidency } from './create-step.ts';
import { hardLimitPart } from './hard-limit.ts';
import { refuseName } from './naming.ts';
import type { Newcomers } from './newcomers.ts';
import { alertStep, joinStep } from './open-steps.ts';

export interface Joining {
  readonly user: Newcomers[number];
  readonly role: 'member' | 'owner';
}

/** A project with everything that it begins with. */
export interface Opening {
  readonly name: string;
  readonly residency: string | null;
  readonly models: ModelList;
  readonly limits: readonly ModelLimits[];
  readonly hardLimitCents: number | null;
  readonly alert: { readonly amountCents: number; readonly recipients: readonly string[] } | null;
  readonly joining: readonly Joining[];
}

// What people can still look through on one card.
const MOST_STEPS = 50;

/** Owners of the organization own every new project by themselves (OpenAI API reference, 2026-11). */
const joinsByItself = ({ user }: Joining): boolean => user.role === 'owner';

/** What bounds the project comes before the people who could use it without. */
function stepsOf(opening: Opening): readonly Step[] {
  const { name, residency, models, limits, hardLimitCents, alert, joining } = opening;
  const project = newProject(name);
  return [
    makeProject(name, residency === null ? {} : { residency }),
    ...(hardLimitPart(project, null, hardLimitCents)?.steps ?? []),
    ...(models === null ? [] : modelsPart(project, null, models).steps),
    ...(limitsPart(project, [], limits)?.steps ?? []),
    ...(alert === null ? [] : [alertStep(project, alert.amountCents, alert.recipients)]),
    ...joining.filter((each) => !joinsByItself(each)).map(({ user, role }) => joinStep(project, user, role)),
  ];
}

function changesOf({ name, residency, models, limits, hardLimitCents, alert, joining }: Opening): readonly Change[] {
  const project = newProject(name);
  const fresh = (label: string, after: string): Change => ({ label, before: null, after });
  return [
    fresh('Project', name),
    ...(residency === null ? [] : [fresh('Data stays in', sayResidency(residency))]),
    ...(hardLimitPart(project, null, hardLimitCents)?.changes ?? []),
    ...(models === null ? [] : modelsPart(project, null, models).changes),
    ...limits.map((each) => fresh(`Limits of ${each.model}`, sayLimits(each.limits))),
    ...(alert === null
      ? []
      : [fresh('Spend alert', `${formatCents(alert.amountCents)} a month, to ${alert.recipients.join(', ')}`)]),
    ...joining.map((each) =>
      fresh(
        each.user.name,
        joinsByItself(each) ? 'owner, as every owner of the organization' : `${each.role} of the project`,
      ),
    ),
  ];
}

function warningsFor({ models, hardLimitCents, joining }: Opening): readonly string[] {
  return [
    ...(hardLimitCents === null ? ['It has no hard limit: nothing stops its spending.'] : []),
    ...(models?.kind === 'only' ? ['Models released later stay blocked until somebody adds them.'] : []),
    ...(joining.length === 0 ? ['Only owners of the organization can use it until somebody is added.'] : []),
  ];
}

/** The same wish for the project that is there by then. */
function restOf({ name, hardLimitCents, alert, models, limits, joining }: Opening): JsonObject {
  const emails = (role: Joining['role']): string[] | null => {
    const found = joining.filter((each) => each.role === role).map(({ user }) => user.email);
    return found.length === 0 ? null : found;
  };
  return {
    project: { id: slotJson(newProjectId), name },
    owners: emails('owner'),
    members: emails('member'),
    hardLimit: hardLimitCents,
    alert: alert?.amountCents ?? null,
    alertTo: alert === null ? null : [...alert.recipients],
    models: models?.kind === 'only' ? [...models.models] : null,
    limits: limits.length === 0 ? null : [...wordsOfLimits(limits)],
  };
}

interface Asked {
  readonly id: OperationId;
  readonly title: string;
  readonly opening: Opening;
  readonly namesakes: readonly Project[];
}

/** A new project, and in the same request what bounds it and who is in it. */
export function planOpening({ id, title, opening, namesakes }: Asked): Plan | Refusal {
  const { name, hardLimitCents, joining } = opening;
  const taken = refuseName(name, namesakes);
  if (taken !== null) return taken;
  const steps = stepsOf(opening);
  if (steps.length > MOST_STEPS) {
    return refuse(`${id}.too-much`, {
      what: `${name} cannot be opened with all of this: it takes ${steps.length} calls.`,
      rule: `One request sends at most ${MOST_STEPS}. Open it with less, and add the rest after.`,
    });
  }
  const [sole] = joining.length === 1 ? joining : [];
  return planOf({
    operation: id,
    tier: 'routine',
    title,
    gist: [name, hardLimitCents === null ? 'no hard limit' : `${formatCents(hardLimitCents)} a month at most`].join(
      ', ',
    ),
    target: { kind: 'project', ...projectToBe(name) },
    project: projectToBe(name),
    // The plan has room for one; of several nobody gains more than the others.
    beneficiaryEmail: sole?.user.email ?? null,
    changes: changesOf(opening),
    holds: joining.length === 0 ? 'nobody yet' : `for ${count(joining.length, 'person', 'people')}`,
    warnings: warningsFor(opening),
    guards: {
      namesakes: namesakes.map((project) => project.id),
      people: joining.map(({ user }) => `${user.email} (${user.role})`),
    },
    before: {},
    steps,
    inverse: archiveAgain(name),
    rest: { operation: operationId('projects.complete'), input: restOf(opening) },
    bounds: { amountCents: hardLimitCents },
  });
}

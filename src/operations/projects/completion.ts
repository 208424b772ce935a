import { canonicalJson } from '#domain/canonical.ts';
import type { OperationId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Member } from '../objects/member.ts';
import type { Project } from '../objects/project.ts';
import { sayAlert, type SpendAlert } from '../objects/spend-alert.ts';
import type { Inverse, Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { configuringBack } from './configure.ts';
import { projectGuard, refOf, type Part } from './inside.ts';
import { alertStep, joinStep } from './open-steps.ts';
import type { Joining, Opening } from './opening.ts';
import { planSettings } from './plan-settings.ts';
import type { StopSettings } from './settings.ts';
import { noWish, type Wish } from './wish.ts';

export interface CompletionAsked {
  readonly id: OperationId;
  readonly now: Instant;
  readonly wish: Omit<Opening, 'residency'>;
  readonly have: StopSettings & {
    readonly project: Project;
    readonly inIt: readonly Member[];
    readonly alerts: readonly SpendAlert[];
    readonly spentCents: number;
  };
}

function settingsWished({ models, limits, hardLimitCents }: CompletionAsked['wish']): Wish {
  return {
    ...noWish,
    models: models === null ? null : { to: models },
    limits,
    hardLimit: hardLimitCents === null ? null : { to: hardLimitCents },
  };
}

/** Owners of the organization are in every project; whoever is in it keeps the role they have. */
function missingPeople({ wish, have }: CompletionAsked): readonly Joining[] {
  return wish.joining.filter(({ user }) => user.role !== 'owner' && have.inIt.every((member) => member.id !== user.id));
}

function missingAlert({ wish: { alert }, have }: CompletionAsked): Opening['alert'] {
  if (alert === null) return null;
  const told = canonicalJson(alert.recipients.toSorted());
  const isThere = have.alerts.some(
    (one) => one.amountCents === alert.amountCents && canonicalJson(one.recipients) === told,
  );
  return isThere ? null : alert;
}

function additions(asked: CompletionAsked): Part & { readonly people: readonly Joining[] } {
  const project = refOf(asked.have.project);
  const people = missingPeople(asked);
  const alert = missingAlert(asked);
  return {
    people,
    changes: [
      ...(alert === null
        ? []
        : [
            {
              label: 'Spend alert',
              before: null,
              after: sayAlert({ ...alert, recipients: [...alert.recipients], subject: null }),
            },
          ]),
      ...people.map(({ user, role }) => ({ label: user.name, before: null, after: `${role} of the project` })),
    ],
    steps: [
      ...(alert === null ? [] : [alertStep(project, alert.amountCents, alert.recipients)]),
      ...people.map(({ user, role }) => joinStep(project, user, role)),
    ],
  };
}

/** Settings go back in one request; who and what was added is taken away one by one. */
function inverseOf(settings: Plan | null, added: number): Inverse {
  const oneByOne = `take ${added === 1 ? 'what was added' : `the ${added} additions`} away one by one.`;
  if (settings === null) return noWayBack(oneByOne);
  if (added === 0) return settings.inverse;
  return { ...settings.inverse, verdict: 'partial', sentence: `${settings.inverse.sentence} Then ${oneByOne}` };
}

/** What a project lacks of a wish; what it has already stays as it is. */
export function planCompletion(asked: CompletionAsked): Plan | Refusal {
  const { id, now, have } = asked;
  const project = refOf(have.project);
  const title = `Complete ${project.name}`;
  const settings = planSettings({
    id,
    now,
    title,
    project: have.project,
    before: have,
    wish: settingsWished(asked.wish),
    use: [],
    spentCents: have.spentCents,
    inverse: (back) => configuringBack(project, back),
  });
  const { people, changes, steps } = additions(asked);
  const isPlan = 'steps' in settings;
  if (!isPlan && steps.length === 0) return settings;
  const [sole] = people.length === 1 ? people : [];
  const base = isPlan ? settings : null;
  return planOf({
    operation: id,
    tier: 'destructive',
    title,
    gist: `${project.name}, ${count((base?.changes.length ?? 0) + changes.length, 'change')}`,
    target: { kind: 'project', ...project },
    project,
    beneficiaryEmail: sole?.user.email ?? null,
    changes: [...(base?.changes ?? []), ...changes],
    holds: `${count(have.inIt.length, 'person', 'people')} in it`,
    warnings: base?.warnings ?? [],
    guards: {
      ...(base?.guards ?? { project: projectGuard(have.project) }),
      missing: people.map(({ user }) => user.email),
      alerts: have.alerts.map((alert) => alert.id).toSorted(),
    },
    before: base?.before ?? {},
    steps: [...(base?.steps ?? []), ...steps],
    inverse: inverseOf(base, changes.length),
    bounds: base?.bounds ?? {},
  });
}

import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { projectSchema } from '../objects/project.ts';
import { defaultTiers, sayAllowedTiers, type ServiceTiers, serviceTiersSchema } from '../objects/service-tiers.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { tiersInWords, tierWords, wordsOfTiers } from './tier-words.ts';
import { needTiers, tiersPart, warnTiers } from './tiers-part.ts';

const id = operationId('service-tiers.set');

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  allow: {
    kind: 'words',
    label: 'Tiers allowed',
    hint: 'For example flex, fast. Write standard for no other, all for every one, also new ones.',
    required: false,
    ...tierWords,
  },
  default: {
    kind: 'choice',
    label: 'Tier of requests that name none',
    hint: 'Leave it out to keep it.',
    required: false,
    options: defaultTiers.map((value) => ({ value, label: value })),
  },
} as const;

const known = z.object({ project: projectSchema, tiers: serviceTiersSchema });
type SetAsk = Ask<InputOf<typeof fields>>;

function wishOf({ allow, default: standard }: SetAsk['input'], before: ServiceTiers): ServiceTiers | null {
  const allowed = allow === null ? before.allowed : tiersInWords(allow);
  const chosen = defaultTiers.find((tier) => tier === standard) ?? before.default;
  return allowed === null || (allow === null && standard === null) ? null : { default: chosen, allowed };
}

function plan(ask: SetAsk, have: z.infer<typeof known>): Plan | Refusal {
  const project = refOf(have.project);
  const { tiers: before } = have;
  const wish = wishOf(ask.input, before);
  if (wish === null) {
    return refuse('service-tiers.set.unclear', {
      what: `It is not clear which service tiers ${project.name} should have.`,
      rule: 'Name the tiers allowed, or the one by default, or both; “all” stands alone.',
    });
  }
  const part = tiersPart(project, before, wish);
  if (part === null) {
    return refuse('service-tiers.set.same', {
      what: `The service tiers of ${project.name} are set like this already.`,
      rule: 'A request has to change something.',
    });
  }
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Set the service tiers of ${project.name}`,
    gist: part.changes.map(({ after }) => after ?? '').join('; '),
    target: { kind: 'project', ...project },
    project,
    ...part,
    holds: `${before.default} by default, allowed ${sayAllowedTiers(before.allowed)}`,
    warnings: warnTiers(project.name, before, wish),
    guards: { project: projectGuard(have.project), tiers: before },
    before: { tiers: before },
    inverse: {
      verdict: 'exact',
      sentence: `set them back to ${before.default} by default, allowed ${sayAllowedTiers(before.allowed)}.`,
      operation: id,
      input: { project, allow: [...wordsOfTiers(before.allowed)], default: before.default },
    },
  });
}

export const setServiceTiers = declareChange({
  id,
  tier: 'destructive',
  title: 'Set a project’s service tiers',
  summary: 'Which service tiers the requests of a project may ask for, and which they get by default.',
  example: '/openai service-tiers set search-dev --allow flex --reason "the fast tier is for production"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'service-tiers',
      ref: ask.input.project,
      rest: () => (have.tiers === undefined ? [needTiers(ask.input.project)] : []),
    }),
  plan,
});

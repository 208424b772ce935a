import { z } from 'zod';
import { canonicalJson } from '#domain/canonical.ts';
import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { requestInverseSchema } from '../memory.ts';
import { type Need, recall } from '../need.ts';
import { apiKeySchema } from '../objects/api-key.ts';
import { sayModelList } from '../objects/model-list.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { leastCents, noModels } from './contain-plan.ts';
import { listKeys, needKeys } from './hanging.ts';
import { needInside, refOf } from './inside.ts';
import { planSettings } from './plan-settings.ts';
import { releaseFields, type ReleaseInput, releaseWish } from './release-fields.ts';
import { needStopSettings, type StopSettings, stopSettings } from './settings.ts';
import type { Wish } from './wish.ts';

const id = operationId('projects.release');

const known = z.object({
  project: projectSchema,
  ...stopSettings,
  keys: z.array(apiKeySchema),
  contained: requestInverseSchema.nullish(),
});
type Known = z.infer<typeof known>;
type ReleaseAsk = Ask<ReleaseInput>;

function need(ask: ReleaseAsk, have: Partial<Known>): readonly Need[] | Refusal {
  const { project, request } = ask.input;
  const rest = (): readonly Need[] => [
    ...needStopSettings(project),
    needKeys(project),
    ...(request === null ? [] : [recall('contained', { of: 'inverse', requestId: request })]),
  ];
  return needInside(have, { family: 'projects', ref: project, rest: () => (have.limits === undefined ? rest() : []) });
}

const hasNoModel = ({ models }: StopSettings): boolean => canonicalJson(models) === canonicalJson(noModels);
const hasLeastMoney = ({ hardLimit }: StopSettings): boolean => hardLimit?.amountCents === leastCents;

/** What is no longer as a containment leaves it was changed by somebody since. */
function warnMoved(have: Known, wish: Wish): readonly string[] {
  const { hardLimit } = have;
  return [
    ...(wish.models === null || hasNoModel(have)
      ? []
      : [`The models were changed since the containment: ${sayModelList(have.models)}. This replaces that.`]),
    ...(wish.hardLimit === null || hasLeastMoney(have)
      ? []
      : [
          `The hard limit was changed since the containment: ${
            hardLimit === null ? 'there is none' : formatCents(hardLimit.amountCents)
          }. This replaces that.`,
        ]),
  ];
}

function containAgain(have: Known): Inverse {
  const isWhole = hasNoModel(have) && hasLeastMoney(have);
  return {
    verdict: isWhole ? 'exact' : 'partial',
    sentence: isWhole ? 'contain it again.' : 'contain it again; it was not wholly contained before.',
    operation: operationId('projects.contain'),
    input: { project: refOf(have.project) },
  };
}

function plan(ask: ReleaseAsk, have: Known): Plan | Refusal {
  const wish = releaseWish(refOf(have.project), ask.input, have.contained ?? null);
  if (isRefusal(wish)) return wish;
  const { name } = have.project;
  const plan = planSettings({
    id,
    now: ask.now,
    title: `Release the project ${name}`,
    project: have.project,
    before: { models: have.models, limits: have.limits, hardLimit: have.hardLimit },
    wish,
    use: [],
    spentCents: null,
    inverse: () => containAgain(have),
  });
  if (isRefusal(plan)) return plan;
  const keys = `Every key of ${name} works again, leaked ones too: ${listKeys(have.keys, ask.now)}.`;
  return {
    ...plan,
    gist: `lets ${count(have.keys.length, 'key')} of ${name} work again`,
    warnings: [...(have.keys.length === 0 ? [] : [keys]), ...warnMoved(have, wish), ...plan.warnings],
  };
}

export const releaseProject = declareChange({
  id,
  tier: 'destructive',
  title: 'Release a contained project',
  summary: 'Puts back the models, rate limits and hard limit that a containment took away.',
  example: '/openai projects release billing-prod --request R-7F3K9QXY --reason "the leaked key is revoked"',
  fields: releaseFields,
  callBudget: 5,
  known,
  need,
  plan,
});

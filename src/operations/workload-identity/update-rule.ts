import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import {
  type FederationRule,
  federationRuleGuard,
  ruleName,
  type RuleSettings,
  ruleSettings,
} from '../objects/federation-rule.ts';
import type { IdentityProvider } from '../objects/identity-provider.ts';
import type { Project } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, setStep } from '../step.ts';
import { providerInput } from './describe-provider.ts';
import { RULE, ruleParams } from './reads.ts';
import { providerGone, refuseSame, refuseTakenRule, ruleGone } from './refusals.ts';
import { ruleParts, sayMatchers, sayRuleScopes } from './rule-parts.ts';
import { knownRule, needRule, ruleCalls } from './rule-state.ts';
import { matchesField, optionalRuleFields, ruleNameField, ruleWish } from './rule-wish.ts';
import { aProvider, aRule, noDescription } from './setting-fields.ts';
import { type Difference, differenceOf } from './setting-part.ts';

const id = operationId('workload-identity.update-rule');

const fields = {
  provider: aProvider,
  rule: aRule,
  name: { ...ruleNameField, label: 'New name', required: false },
  matches: { ...matchesField, required: false },
  ...optionalRuleFields,
  noDescription,
} as const;

interface Found {
  readonly provider: IdentityProvider;
  readonly rule: FederationRule;
  readonly project: Project;
}

function warningsFor({ provider, rule }: Found, { body }: Difference): readonly string[] {
  return [
    ...('attribute_matchers' in body
      ? [`This changes whom ${provider.name} lets in as ${rule.accountId}: others may fit, and those of now may not.`]
      : []),
    ...('permissions' in body ? ['Programs that need what is taken away fail at once.'] : []),
    ...(body['enabled'] === false ? ['Nobody can sign in through this rule any more.'] : []),
  ];
}

function inverseOf({ provider, rule }: Found, wish: RuleSettings, { back, isWhole }: Difference): Inverse {
  const kept = isWhole ? '' : ' Some of it cannot be said in words here; set that in the OpenAI dashboard.';
  return {
    verdict: isWhole ? 'exact' : 'partial',
    sentence: `set it back to what it was. Sign-ins that failed meanwhile stay failed.${kept}`,
    operation: id,
    input: { ...providerInput(provider), rule: { id: rule.id, name: wish.name ?? rule.id }, ...back },
  };
}

function plan(found: Found, wish: RuleSettings, difference: Difference): Plan {
  const { provider, rule } = found;
  const name = ruleName(rule);
  const params = ruleParams(provider, rule);
  return planOf({
    operation: id,
    tier: 'destructive',
    title: 'Change a federation rule',
    gist: `${name} of ${provider.name}: ${count(difference.changes.length, 'change')}`,
    target: { kind: 'federation rule', id: rule.id, name },
    project: refOf(found.project),
    changes: difference.changes,
    holds: `${sayMatchers(rule.matchers)} · acts as ${rule.accountId} · may ${sayRuleScopes(rule.scopes)}`,
    warnings: warningsFor(found, difference),
    guards: { project: projectGuard(found.project), rule: federationRuleGuard(rule) },
    before: { rule: { ...rule } },
    steps: [
      setStep({
        id: 'update',
        title: `Change the rule ${name} of ${provider.name}`,
        call: callTemplate(`POST ${RULE}`, { params, body: difference.body }),
        read: callTemplate(`GET ${RULE}`, { params }),
        where: difference.body,
      }),
    ],
    inverse: inverseOf(found, wish, difference),
  });
}

function planWish(found: Found, wish: RuleSettings, others: readonly FederationRule[]): Plan | Refusal {
  const difference = differenceOf(ruleParts, ruleSettings(found.rule), wish);
  if (difference === null) return refuseSame(ruleName(found.rule));
  return refuseTakenRule(wish.name, others) ?? plan(found, wish, difference);
}

export const updateFederationRule = declareChange({
  id,
  tier: 'destructive',
  title: 'Change a federation rule',
  summary:
    'Whom a rule lets in and what they may do. What is not said stays; project and service account cannot change.',
  example: '/openai workload-identity update-rule notebooks --rule forecasts --state off --reason "a token was leaked"',
  fields,
  callBudget: ruleCalls,
  known: knownRule,
  need: (ask, have) => needRule(ask.input, have),
  plan: (ask, { provider, rule, rules, project }) => {
    if (provider === null) return providerGone(ask.input.provider);
    if (rule === null || project === undefined) return ruleGone(ask.input.rule);
    const wish = ruleWish(ask.input, ruleSettings(rule));
    if (isRefusal(wish)) return wish;
    const others = (rules ?? []).filter((other) => other.id !== rule.id);
    return planWish({ provider, rule, project }, wish, others);
  },
});

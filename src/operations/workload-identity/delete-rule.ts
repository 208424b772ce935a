import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { type FederationRule, federationRuleGuard, ruleName, ruleSettings } from '../objects/federation-rule.ts';
import type { IdentityProvider } from '../objects/identity-provider.ts';
import type { Project } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { providerInput } from './describe-provider.ts';
import { RULE, ruleParams } from './reads.ts';
import { providerGone, ruleGone } from './refusals.ts';
import { ruleParts, sayMatchers } from './rule-parts.ts';
import { knownRule, needRule, ruleCalls } from './rule-state.ts';
import { aProvider, aRule } from './setting-fields.ts';
import { inputOf } from './setting-part.ts';

const id = operationId('workload-identity.delete-rule');

interface Found {
  readonly provider: IdentityProvider;
  readonly rule: FederationRule;
  readonly project: Project;
}

function inverseOf({ provider, rule, project }: Found): Inverse {
  const settings = { ...ruleSettings(rule), name: ruleName(rule) };
  const { back, isWhole } = inputOf(ruleParts, settings);
  const { noDescription: _, ...input } = back;
  if (!isWhole) {
    return noWayBack('make a rule again in the OpenAI dashboard: what it asked for cannot be said in words here.');
  }
  return {
    verdict: 'recreate',
    sentence: 'make the same rule again. It gets a new id; sign-ins that failed meanwhile stay failed.',
    operation: operationId('workload-identity.create-rule'),
    input: {
      ...providerInput(provider),
      project: refOf(project),
      account: { id: rule.accountId, name: rule.accountId },
      ...input,
    },
  };
}

function plan(found: Found): Plan {
  const { provider, rule } = found;
  const name = ruleName(rule);
  const params = ruleParams(provider, rule);
  const isCounting = provider.isEnabled && rule.isEnabled;
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Delete the rule ${name} of ${provider.name}`,
    gist: `${name}: ${sayMatchers(rule.matchers)}`,
    target: { kind: 'federation rule', id: rule.id, name },
    project: refOf(found.project),
    changes: [{ label: 'Federation rule', before: `${name}: ${sayMatchers(rule.matchers)}`, after: null }],
    holds: `acts as ${rule.accountId} · made ${utcMinute(rule.createdAt)}`,
    warnings: isCounting
      ? ['Whatever signs in through it fails at once. Switching it off does the same and can be taken back.']
      : [],
    guards: { project: projectGuard(found.project), rule: federationRuleGuard(rule) },
    before: { rule: { ...rule } },
    steps: [
      deleteStep({
        id: 'delete',
        title: `Delete the rule ${name} of ${provider.name}`,
        call: callTemplate(`DELETE ${RULE}`, { params }),
        read: callTemplate(`GET ${RULE}`, { params }),
      }),
    ],
    inverse: inverseOf(found),
  });
}

export const deleteFederationRule = declareChange({
  id,
  tier: 'destructive',
  title: 'Delete a federation rule',
  summary: 'Identities from outside act as the service account no more. Switching the rule off can be taken back.',
  example: '/openai workload-identity delete-rule notebooks --rule forecasts --reason "the notebook is gone"',
  fields: { provider: aProvider, rule: aRule },
  callBudget: ruleCalls,
  known: knownRule,
  need: (ask, have) => needRule(ask.input, have),
  plan: (ask, { provider, rule, project }) => {
    if (provider === null) return providerGone(ask.input.provider);
    return rule === null || project === undefined ? ruleGone(ask.input.rule) : plan({ provider, rule, project });
  },
});

import { type OperationId, operationId } from '#domain/ids.ts';
import { type RuleSettings } from '../objects/federation-rule.ts';
import { type IdentityProvider, providerSettings } from '../objects/identity-provider.ts';
import type { Project } from '../objects/project.ts';
import type { ServiceAccount } from '../objects/service-account.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import { providerInput } from './describe-provider.ts';
import { providerParams, RULES } from './reads.ts';
import { ruleParts, sayMatchers } from './rule-parts.ts';
import { bodyOfNew } from './setting-part.ts';

interface Between {
  readonly id: OperationId;
  readonly provider: IdentityProvider;
  readonly project: Project;
  readonly account: ServiceAccount;
}

function createRule({ provider, project, account }: Between, wish: RuleSettings): Step {
  const params = providerParams(provider);
  return createStep({
    id: 'create',
    title: `Make the rule ${wish.name ?? ''} of ${provider.name}`,
    call: callTemplate(`POST ${RULES}`, {
      params,
      body: { project_id: project.id, service_account_id: account.id, ...bodyOfNew(ruleParts, wish) },
    }),
    listedIn: callTemplate(`GET ${RULES}`, { params }),
    // No other rule of the provider has this name: one that is taken is refused.
    where: { name: wish.name, service_account_id: account.id },
  });
}

function warningsFor({ provider, account, project }: Between, wish: RuleSettings): readonly string[] {
  return [
    `Everybody whom ${provider.issuer} vouches for with ${sayMatchers(wish.matchers)} acts as ${account.name} then, without a key.`,
    ...(account.role === 'owner' ? [`${account.name} is an owner of ${project.name}.`] : []),
    ...(provider.isEnabled ? [] : [`${provider.name} is off: the rule counts only when it is on again.`]),
  ];
}

/** A rule that does not exist yet. Its project and its account are for life. */
export function planNewRule(between: Between, wish: RuleSettings): Plan {
  const { provider, account } = between;
  const project = refOf(between.project);
  const name = wish.name ?? '';
  return planOf({
    operation: between.id,
    tier: 'destructive',
    title: `Let identities of ${provider.name} act as ${account.name}`,
    gist: `${name}, in ${project.name}`,
    target: { kind: 'federation rule', id: 'new', name },
    project,
    changes: [
      { label: 'New rule', before: null, after: `${name} of ${provider.name}` },
      { label: 'Acts as', before: null, after: `${account.name} (${account.role}) in ${project.name}` },
      ...ruleParts.slice(1).flatMap((part) => part.changes(null, wish)),
    ],
    holds: `issuer ${provider.issuer}`,
    warnings: warningsFor(between, wish),
    guards: {
      project: projectGuard(between.project),
      // Neither is what is made, so neither is called by its `id`.
      provider: { provider: provider.id, ...providerSettings(provider) },
      account: { account: account.id, name: account.name, role: account.role },
    },
    before: {},
    steps: [createRule(between, wish)],
    inverse: {
      verdict: 'exact',
      sentence: 'delete the rule again. What was done through it meanwhile stays.',
      operation: operationId('workload-identity.delete-rule'),
      input: { ...providerInput(provider), rule: { id: slotJson(resultOf('create', 'id')), name } },
    },
  });
}

import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { type FederationRule, ruleName } from '../objects/federation-rule.ts';
import type { IdentityProvider } from '../objects/identity-provider.ts';
import type { ViewAction } from '../view.ts';

export const providerInput = ({ id, name }: Pick<IdentityProvider, 'id' | 'name'>) => ({ provider: { id, name } });

export const ruleInput = (provider: Pick<IdentityProvider, 'id' | 'name'>, rule: FederationRule) => ({
  ...providerInput(provider),
  rule: { id: rule.id, name: ruleName(rule) },
});

/** `2 rules: deploy, forecasts`; `no rule`. */
export function sayRules(rules: readonly FederationRule[]): string {
  return rules.length === 0 ? 'no rule' : `${count(rules.length, 'rule')}: ${rules.map(ruleName).join(', ')}`;
}

export function providerActions(provider: IdentityProvider, hasRules: boolean): readonly ViewAction[] {
  const input = providerInput(provider);
  const start = (label: string, verb: string): ViewAction => ({
    label,
    operation: operationId(`workload-identity.${verb}`),
    input,
    style: 'plain',
  });
  return [
    start('Change', 'update'),
    start('New rule', 'create-rule'),
    // OpenAI deletes a provider only after its rules.
    ...(hasRules ? [] : [{ ...start('Delete', 'delete'), style: 'danger' as const }]),
  ];
}

export function ruleActions(provider: IdentityProvider, rule: FederationRule): readonly ViewAction[] {
  const input = ruleInput(provider, rule);
  return [
    { label: 'Change', operation: operationId('workload-identity.update-rule'), input, style: 'plain' },
    { label: 'Delete', operation: operationId('workload-identity.delete-rule'), input, style: 'danger' },
  ];
}

import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import { type FederationRule, ruleName } from '../objects/federation-rule.ts';
import type { IdentityProvider } from '../objects/identity-provider.ts';

export function providerGone({ name, id }: ThingRef): Refusal {
  return refuse('workload-identity.gone', {
    what: `There is no identity provider ${name || id} any more.`,
    rule: 'Only a provider that OpenAI still lists can be shown or changed.',
  });
}

export function ruleGone({ name, id }: ThingRef): Refusal {
  return refuse('workload-identity.rule-gone', {
    what: `There is no federation rule ${name || id} any more.`,
    rule: 'Only a rule that OpenAI still lists can be shown or changed.',
  });
}

export function refuseSame(name: string): Refusal {
  return refuse('workload-identity.same', {
    what: `${name} is set like this already.`,
    rule: 'A request has to change something.',
  });
}

/** A second one of the same name could not be told from the first, neither by people nor if OpenAI's answer is lost. */
export function refuseTakenProvider(name: string, others: readonly IdentityProvider[]): Refusal | null {
  const namesake = others.find((provider) => provider.name.toLowerCase() === name.toLowerCase());
  if (namesake === undefined) return null;
  return refuse('workload-identity.taken', {
    what: `There is an identity provider called ${namesake.name} already.`,
    rule: 'Every provider needs a name of its own here, so that nobody changes the wrong one.',
    whoCan: 'You: choose another name.',
    next: {
      kind: 'start',
      label: 'Show it',
      operation: operationId('workload-identity.show'),
      input: { provider: { id: namesake.id, name: namesake.name } },
    },
  });
}

export function refuseTakenRule(name: string | null, others: readonly FederationRule[]): Refusal | null {
  const namesake = others.find((rule) => name !== null && rule.name?.toLowerCase() === name.toLowerCase());
  if (namesake === undefined) return null;
  return refuse('workload-identity.rule-taken', {
    what: `This provider has a rule called ${ruleName(namesake)} already.`,
    rule: 'Every rule of a provider needs a name of its own here, so that nobody changes the wrong one.',
    whoCan: 'You: choose another name.',
  });
}

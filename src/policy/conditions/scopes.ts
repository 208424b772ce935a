import type { Condition } from './condition.ts';

/**
 * A key may do only what the rule lists. A key made without any scope may do everything its owner may (OpenAI API reference,
 * 2026-11), so an empty list is the widest of all and never fits.
 */
export const scopesCondition: Condition = {
  id: 'scopes',
  look: (rule, { facts }) => {
    const allowed = rule.kind === 'permit' ? rule.bounds.scopes : null;
    if (allowed === null) return null;
    const scopes = Object.hasOwn(facts.bounds, 'scopes') ? facts.bounds['scopes'] : undefined;
    const limit = `allows the scopes ${allowed.join(', ')}`;
    if (!Array.isArray(scopes) || scopes.length === 0)
      return { answer: 'no', sentence: `${limit}, and this has no limit of its own` };
    const outside = scopes.filter((scope) => typeof scope !== 'string' || !allowed.includes(scope));
    return outside.length === 0
      ? { answer: 'yes', sentence: limit }
      : { answer: 'no', sentence: `${limit}, and this asks for ${outside.map(String).join(', ')}` };
  },
};

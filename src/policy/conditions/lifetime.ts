import { formatDuration } from '#domain/duration.ts';
import type { Condition } from './condition.ts';

/** What is handed out ends soon enough. A plan that states no lifetime cannot be shown to, so it does not fit. */
export const lifetimeCondition: Condition = {
  id: 'lifetime',
  look: (rule, { facts }) => {
    const maxMs = rule.kind === 'permit' ? rule.bounds.lifetimeMaxMs : null;
    if (maxMs === null) return null;
    const lifetimeMs = Object.hasOwn(facts.bounds, 'lifetimeMs') ? facts.bounds['lifetimeMs'] : undefined;
    const allowed = `allows at most ${formatDuration(maxMs)}`;
    if (typeof lifetimeMs !== 'number' || !(lifetimeMs > 0))
      return { answer: 'no', sentence: `${allowed}, and this states no end` };
    const asked = `and this asks for ${formatDuration(lifetimeMs)}`;
    return lifetimeMs <= maxMs
      ? { answer: 'yes', sentence: `${allowed}, ${asked}` }
      : { answer: 'no', sentence: `${allowed}, ${asked}` };
  },
};

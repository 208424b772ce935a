import type { Condition } from './condition.ts';
import { lifetimeCondition } from './lifetime.ts';
import { operationCondition } from './operation.ts';
import { projectCondition } from './project.ts';
import { requesterCondition } from './requester.ts';
import { scopesCondition } from './scopes.ts';

/** Everything a rule may ask, in the order in which an explanation reads best. */
export const conditions: readonly Condition[] = [
  operationCondition,
  projectCondition,
  requesterCondition,
  lifetimeCondition,
  scopesCondition,
];

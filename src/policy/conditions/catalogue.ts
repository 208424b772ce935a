import { amountCondition } from './amount.ts';
import { anyModelCondition } from './any-model.ts';
import { anyScopeCondition } from './any-scope.ts';
import { burstCondition } from './burst.ts';
import type { Condition } from './condition.ts';
import { firstTimeCondition } from './first-time.ts';
import { followsCondition } from './follows.ts';
import { hardLimitCondition } from './hard-limit.ts';
import { hoursCondition } from './hours.ts';
import { incidentCondition } from './incident.ts';
import { increaseCondition } from './increase.ts';
import { leaseCondition } from './lease.ts';
import { labelCondition } from './label.ts';
import { lifetimeCondition } from './lifetime.ts';
import { notFromCondition } from './not-from.ts';
import { onCallCondition } from './on-call.ts';
import { operationCondition } from './operation.ts';
import { outsideHoursCondition } from './outside-hours.ts';
import { ownCondition } from './own.ts';
import { projectCondition } from './project.ts';
import { protectedCondition } from './protected.ts';
import { requesterCondition } from './requester.ts';
import { scopesCondition } from './scopes.ts';
import { severalCondition } from './several.ts';
import { standingCondition } from './standing.ts';
import { tiersCondition } from './tiers.ts';
import { unitCondition } from './unit.ts';

/** What may stand under `when` of a rule. */
export const whenConditions = [
  tiersCondition,
  labelCondition,
  protectedCondition,
  severalCondition,
  followsCondition,
  notFromCondition,
  ownCondition,
  unitCondition,
  onCallCondition,
  amountCondition,
  increaseCondition,
  hardLimitCondition,
  leaseCondition,
  anyScopeCondition,
  anyModelCondition,
  hoursCondition,
  outsideHoursCondition,
  incidentCondition,
  firstTimeCondition,
  burstCondition,
] as const;

/** Everything a rule may ask, in the order in which an explanation reads best. */
export const conditions: readonly Condition[] = [
  operationCondition,
  projectCondition,
  requesterCondition,
  standingCondition,
  lifetimeCondition,
  scopesCondition,
  ...whenConditions,
];

import { reviewBreakGlass } from './break-glass.ts';
import { reviewConfidential } from './confidential.ts';
import { reviewAdoption } from './adoption.ts';
import { reviewDesk } from './desk.ts';
import { reviewDenyRules } from './deny-rules.ts';
import { reviewGroups } from './groups.ts';
import { reviewLeniency } from './leniency.ts';
import { reviewNames } from './names.ts';
import { reviewOperations } from './operations.ts';
import { reviewPeople } from './people.ts';
import { reviewReach } from './reach.ts';
import { reviewReferences } from './references.ts';
import type { Review } from './review.ts';
import { reviewRuleNames } from './rule-names.ts';
import { reviewSecondPerson } from './second-person.ts';
import { reviewShadowed } from './shadowed.ts';

export const reviews: readonly Review[] = [
  reviewPeople,
  reviewGroups,
  reviewRuleNames,
  reviewOperations,
  reviewNames,
  reviewReferences,
  reviewDenyRules,
  reviewSecondPerson,
  reviewReach,
  reviewAdoption,
  reviewShadowed,
  reviewLeniency,
  reviewBreakGlass,
  reviewDesk,
  reviewConfidential,
];

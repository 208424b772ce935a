import { covers } from '../vocabulary.ts';
import type { Condition } from './condition.ts';

/** The rule is about this operation. */
export const operationCondition: Condition = {
  id: 'operation',
  look: ({ operations }, { facts }) =>
    operations.some((selector) => covers(selector, facts.operation))
      ? { answer: 'yes', sentence: `covers ${facts.operation.id}` }
      : { answer: 'no', sentence: `is about ${operations.join(', ')}, not ${facts.operation.id}` },
};

import { speaksOf } from '../speaks-of.ts';
import type { Condition } from './condition.ts';

/** The rule is about this operation. */
export const operationCondition: Condition = {
  id: 'operation',
  look: (rule, { facts }) =>
    speaksOf(rule, facts.operation)
      ? { answer: 'yes', sentence: `covers ${facts.operation.id}` }
      : { answer: 'no', sentence: `is about ${rule.operations.join(', ')}, not ${facts.operation.id}` },
};

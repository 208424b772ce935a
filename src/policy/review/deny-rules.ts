import { remark, type Remark } from '../problem.ts';
import type { RuleDocument } from '../schema.ts';
import { problemsOnly, type Review } from './review.ts';

/** A rule that refuses says why, and nothing that only a permission can mean. */
export const reviewDenyRules: Review = {
  id: 'deny-rules',
  look: (document) =>
    problemsOnly(document.rules.flatMap((rule, i) => (rule.deny === true ? ofDeny(rule, i) : ofPermit(rule, i)))),
};

function ofDeny(rule: RuleDocument, i: number): readonly Remark[] {
  const problems: Remark[] = [];
  if (rule.why === undefined) {
    problems.push(remark(['rules', i, 'why'], 'A rule that denies says why, for the person who is refused: why: "…".'));
  }
  for (const key of ['approvals', 'from', 'different_unit', 'in_order', 'notify', 'standing'] as const) {
    if (rule[key] !== undefined)
      problems.push(remark(['rules', i, key], `Nobody approves what is denied; delete ${key}.`, 'key'));
  }
  if (rule.bounds.lifetime_max !== undefined || rule.bounds.scopes !== undefined) {
    problems.push(
      remark(
        ['rules', i, 'bounds'],
        'Bounds belong to a rule that permits; what is outside them is refused anyway.',
        'key',
      ),
    );
  }
  return problems;
}

function ofPermit(rule: RuleDocument, i: number): readonly Remark[] {
  return rule.why === undefined ? [] : [remark(['rules', i, 'why'], 'Only a rule with deny: true says why.', 'key')];
}

import { didYouMean } from '../nearest.ts';
import { type Path, remark } from '../problem.ts';
import { selectorsOf } from '../vocabulary.ts';
import { problemsOnly, type Review } from './review.ts';

/** Every operation, family or kind that a rule or `live` names exists. */
export const reviewOperations: Review = {
  id: 'operations',
  look: (document, vocabulary) => {
    const known = selectorsOf(vocabulary);
    const check = (selectors: readonly string[], path: Path) =>
      selectors.flatMap((selector, i) =>
        known.includes(selector)
          ? []
          : [remark([...path, i], `There is no operation ${selector}.${didYouMean(selector, known)}`)],
      );
    return problemsOnly([
      ...document.rules.flatMap((rule, i) => check(rule.operations, ['rules', i, 'operations'])),
      ...document.live.rules.flatMap((rule, i) => check(rule.operations, ['live', 'rules', i, 'operations'])),
    ]);
  },
};

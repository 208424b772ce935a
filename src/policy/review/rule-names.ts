import { remark } from '../problem.ts';
import { problemsOnly, type Review } from './review.ts';

/** Refusals and audit entries quote a rule by its name, so a name means one rule. */
export const reviewRuleNames: Review = {
  id: 'rule-names',
  look: (document) => {
    const names = document.rules.map(({ name }) => name);
    return problemsOnly(
      names.flatMap((name, i) =>
        names.indexOf(name) < i
          ? [
              {
                ...remark(['rules', i, 'name'], 'Another rule has this name too; take another name.'),
                other: ['rules', names.indexOf(name), 'name'],
              },
            ]
          : [],
      ),
    );
  },
};

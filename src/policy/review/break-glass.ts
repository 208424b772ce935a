import { neverAlone } from '../break-glass.ts';
import { didYouMean } from '../nearest.ts';
import { remark, type Remark } from '../problem.ts';
import type { PolicyDocument } from '../schema.ts';
import { coveredBy, selectorsOf, type Vocabulary } from '../vocabulary.ts';
import { problemsOnly, type Review } from './review.ts';

type Section = NonNullable<PolicyDocument['break_glass']>;

/** Everybody and everything that break-glass names exists, and it reaches nothing that only a quorum may do. */
export const reviewBreakGlass: Review = {
  id: 'break-glass',
  look: (document, vocabulary) => {
    const section = document.break_glass;
    if (section === undefined) return problemsOnly([]);
    return problemsOnly([
      ...missing(section.people, Object.keys(document.people), 'people'),
      ...missing(section.notify, Object.keys(document.groups), 'notify'),
      ...operations(section, vocabulary),
    ]);
  },
};

function missing(names: readonly string[], known: readonly string[], key: 'people' | 'notify'): readonly Remark[] {
  const where = key === 'people' ? 'people' : 'groups';
  return names.flatMap((name, i) =>
    known.includes(name)
      ? []
      : [remark(['break_glass', key, i], `There is no ${name} under ${where}.${didYouMean(name, known)}`)],
  );
}

function operations({ operations: selectors }: Section, vocabulary: Vocabulary): readonly Remark[] {
  const known = selectorsOf(vocabulary);
  return selectors.flatMap((selector, i) => {
    const path = ['break_glass', 'operations', i];
    if (!known.includes(selector))
      return [remark(path, `There is no operation ${selector}.${didYouMean(selector, known)}`)];
    const covered = coveredBy([selector], vocabulary);
    const alone = covered.find(({ family }) => neverAlone.includes(family));
    if (alone !== undefined) return [remark(path, `Break-glass never reaches ${alone.id}; name single operations.`)];
    const read = covered.find(({ kind }) => kind !== 'change');
    if (read !== undefined && covered.every(({ kind }) => kind !== 'change'))
      return [remark(path, `${read.id} changes nothing, so it needs no break-glass.`)];
    return [];
  });
}

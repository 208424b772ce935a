import { isConfidentialOperation } from '../confidential.ts';
import { houseFamilies } from '../house-families.ts';
import { didYouMean } from '../nearest.ts';
import { remark, type Remark } from '../problem.ts';
import type { PolicyDocument } from '../schema.ts';
import { listedPeople } from '../sections/groups.ts';
import { coveredBy, selectorsOf, type Vocabulary } from '../vocabulary.ts';
import { problemsOnly, type Review } from './review.ts';

type Section = NonNullable<PolicyDocument['confidential']>;

/** Everybody and everything that the section names exists, it hides nothing of the rules themselves, and a second person can be found. */
export const reviewConfidential: Review = {
  id: 'confidential',
  look: (document, vocabulary) => {
    const section = document.confidential;
    if (section === undefined) return problemsOnly([]);
    const groups = Object.keys(document.groups);
    return problemsOnly([
      ...missing(section.requesters, [...groups, ...Object.keys(document.people)], 'requesters'),
      ...missing(section.approvers, groups, 'approvers'),
      ...operations(section, vocabulary),
      ...alone(section, document),
    ]);
  },
};

function missing(
  names: readonly string[],
  known: readonly string[],
  key: 'requesters' | 'approvers',
): readonly Remark[] {
  const kind = key === 'approvers' ? 'group' : 'group or person';
  return names.flatMap((name, i) =>
    known.includes(name)
      ? []
      : [remark(['confidential', key, i], `There is no ${kind} ${name}.${didYouMean(name, known)}`)],
  );
}

function operations({ operations: selectors }: Section, vocabulary: Vocabulary): readonly Remark[] {
  const known = selectorsOf(vocabulary);
  return selectors.flatMap((selector, i) => {
    const path = ['confidential', 'operations', i];
    if (!known.includes(selector))
      return [remark(path, `There is no operation ${selector}.${didYouMean(selector, known)}`)];
    const covered = coveredBy([selector], vocabulary);
    const open = covered.find(({ family }) => houseFamilies.includes(family));
    if (open !== undefined)
      return [
        remark(path, `${open.id} changes the rules themselves and is never confidential; name single operations.`),
      ];
    const rest = { operations: [selector], requesters: [], approvers: [], delayMs: 0 };
    return covered.some((operation) => isConfidentialOperation(rest, operation))
      ? []
      : [remark(path, `${selector} changes nothing, so there is nothing to keep confidential.`)];
  });
}

/** Where lists say who they are: whoever asks is never who decides, so one person alone could not even begin. */
function alone({ approvers }: Section, { groups }: PolicyDocument): readonly Remark[] {
  const lists = approvers.map((name) => {
    const group = Object.hasOwn(groups, name) ? groups[name] : undefined;
    return group === undefined ? null : listedPeople(group);
  });
  if (lists.includes(null)) return [];
  const people = new Set(lists.flatMap((list) => list?.people ?? []));
  return people.size >= 2
    ? []
    : [
        remark(
          ['confidential', 'approvers'],
          'One person decides on nothing of their own: name a group of at least two.',
        ),
      ];
}

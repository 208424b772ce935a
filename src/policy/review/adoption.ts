import { askedForAdoption } from '../adoption-consent.ts';
import { buildPolicy } from '../build.ts';
import { complete } from '../consent.ts';
import { type Remark, remark } from '../problem.ts';
import type { PolicyDocument, RuleDocument } from '../schema.ts';
import { adoptionWords } from '../speaks-of.ts';
import { problemsOnly, type Review } from './review.ts';

/** Nobody could ever change a policy under which nobody may adopt the next one. */
export const reviewAdoption: Review = {
  id: 'adoption',
  look: (document) =>
    problemsOnly([
      ...document.rules.flatMap((rule, i) =>
        forbidsAll(rule)
          ? [
              remark(
                ['rules', i, 'operations'],
                'This also denies everyone to adopt another policy: leave policy.adopt out.',
              ),
            ]
          : [],
      ),
      ...tooFew(document),
    ]),
};

function forbidsAll(rule: RuleDocument): boolean {
  return (
    rule.deny === true &&
    rule.requesters === 'everyone' &&
    rule.projects === undefined &&
    rule.operations.some((word) => adoptionWords.includes(word))
  );
}

/** Of lists; who belongs to a group of Slack’s is known only when somebody asks. */
function tooFew(document: PolicyDocument): readonly Remark[] {
  const policy = buildPolicy(document);
  const asked = askedForAdoption(
    policy,
    complete({ kind: 'one', count: null, from: null }, policy.tiers.critical, 'critical'),
  );
  return asked.flatMap(({ count, from }) => {
    const groups = from.map((name) => (Object.hasOwn(policy.groups, name) ? policy.groups[name] : undefined));
    // That nobody is named, or that a list is empty, is a problem of its own.
    if (groups.length === 0 || groups.some((group) => group?.kind !== 'list' || group.people.length === 0)) return [];
    const people = new Set(groups.flatMap((group) => (group?.kind === 'list' ? group.people : [])));
    return people.size >= count
      ? []
      : [
          remark(
            ['tiers', 'critical'],
            `Nobody could change this policy: ${count} people from ${from.join(' or ')} have to agree, and there are ${people.size}. Add people.`,
          ),
        ];
  });
}

import { count } from '#domain/instant.ts';
import { tiers } from '#domain/tier.ts';
import { buildConsent } from '../build.ts';
import { complete } from '../consent.ts';
import type { Asked } from '../policy.ts';
import { type Path, remark } from '../problem.ts';
import type { PolicyDocument } from '../schema.ts';
import { coveredBy } from '../vocabulary.ts';
import { listedPeople } from '../sections/groups.ts';
import type { Review } from './review.ts';

/**
 * Listed groups that are too small for what is asked of them. Who belongs to a Slack group is known only when somebody asks, so
 * these are left to the moment of a request.
 */
export const reviewReach: Review = {
  id: 'reach',
  look: (document, vocabulary) => {
    const found = document.rules.flatMap((rule, i) => {
      if (rule.deny === true || rule.standing === true) return [];
      const operations = coveredBy(rule.operations, vocabulary);
      return tiers.flatMap((tier) => {
        if (tier === 'read' || !operations.some((operation) => operation.kind === 'change' && operation.tier === tier))
          return [];
        const asked = complete(buildConsent(rule), buildConsent(document.tiers[tier]), tier) ?? [];
        return asked.flatMap((one) => tooFew(document, one, ['rules', i]));
      });
    });
    return {
      problems: found.filter(({ isProblem }) => isProblem).map(({ of }) => of),
      warnings: found.filter(({ isProblem }) => !isProblem).map(({ of }) => of),
    };
  },
};

function tooFew(document: PolicyDocument, { count: needed, from }: Asked, path: Path) {
  const groups = from.flatMap((name) => (Object.hasOwn(document.groups, name) ? [document.groups[name]] : []));
  if (groups.length < from.length) return [];
  const people = new Set<string>();
  for (const group of groups) {
    // An empty group is a problem of its own.
    const listed = group === undefined ? null : listedPeople(group);
    if (listed === null || listed.people.length === 0) return [];
    for (const name of listed.people) people.add(name);
  }
  if (people.size > needed) return [];
  const held = `${from.join(' and ')} ${from.length === 1 ? 'holds' : 'hold'} ${count(people.size, 'person', 'people')}`;
  return people.size < needed
    ? [
        {
          isProblem: true,
          of: remark(
            path,
            `${held} and ${needed} ${needed === 1 ? 'has' : 'have'} to approve: add people, or ask for fewer.`,
          ),
        },
      ]
    : [
        {
          isProblem: false,
          of: remark(path, `${held}: when one of them asks, too few are left to approve. Add a person.`),
        },
      ];
}

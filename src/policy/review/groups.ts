import { didYouMean } from '../nearest.ts';
import { remark } from '../problem.ts';
import { listedPeople } from '../sections/groups.ts';
import { problemsOnly, type Review } from './review.ts';

/** A group holds people we know, each once, and at least one: an empty group must never read as "nobody objects". */
export const reviewGroups: Review = {
  id: 'groups',
  look: (document) =>
    problemsOnly(
      Object.entries(document.groups).flatMap(([name, group]) => {
        const listed = listedPeople(group);
        if (listed === null) return [];
        const { people, at } = listed;
        if (people.length === 0)
          return [remark(['groups', name, ...at], `${name} holds nobody; list at least one person.`)];
        return people.flatMap((person, i) => {
          const path = ['groups', name, ...at, i];
          if (people.indexOf(person) < i) return [remark(path, `${person} stands here twice; keep one.`)];
          if (Object.hasOwn(document.people, person)) return [];
          const hint = didYouMean(person, Object.keys(document.people)) || ` Add ${person} under people.`;
          return [remark(path, `There is no person ${person}.${hint}`)];
        });
      }),
    ),
};

import { didYouMean } from '../nearest.ts';
import { remark } from '../problem.ts';
import { problemsOnly, type Review } from './review.ts';

/** Everybody whom the desk lists is a person of the file. */
export const reviewDesk: Review = {
  id: 'desk',
  look: ({ desk, people }) => {
    const known = Object.keys(people);
    const strangers = (desk?.people ?? []).flatMap((name, i) =>
      known.includes(name)
        ? []
        : [remark(['desk', 'people', i], `There is no ${name} under people.${didYouMean(name, known)}`)],
    );
    return problemsOnly(strangers);
  },
};

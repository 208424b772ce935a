import { remark } from '../problem.ts';
import type { RuleDocument } from '../schema.ts';
import { coveredBy, type Vocabulary } from '../vocabulary.ts';
import { warningsOnly, type Review } from './review.ts';

/** The first rule that fits decides, so a rule below one that covers all of it never does. */
export const reviewShadowed: Review = {
  id: 'shadowed',
  look: (document, vocabulary) =>
    warningsOnly(
      document.rules.flatMap((rule, i) => {
        // A standing rule never decides by itself: an order stands on it by its name, wherever it is written.
        if (rule.deny === true || rule.standing === true) return [];
        const above = document.rules.slice(0, i).find((earlier) => hides(earlier, rule, vocabulary));
        return above === undefined
          ? []
          : [
              remark(
                ['rules', i],
                `This never decides, because “${above.name}” above covers all of it. Put the narrower rule first.`,
              ),
            ];
      }),
    ),
};

function hides(earlier: RuleDocument, later: RuleDocument, vocabulary: Vocabulary): boolean {
  const { bounds } = earlier;
  const asksMore = Object.keys(earlier.when).length > 0 || earlier.standing === true;
  const isOpen = earlier.requesters === 'everyone' && earlier.projects === undefined && !asksMore;
  if (earlier.deny === true || !isOpen || bounds.lifetime_max !== undefined || bounds.scopes !== undefined)
    return false;
  const covered = new Set(coveredBy(earlier.operations, vocabulary));
  return coveredBy(later.operations, vocabulary).every((operation) => covered.has(operation));
}

import { defaultApprovals } from '#domain/tier.ts';
import { buildConsent } from '../build.ts';
import { complete } from '../consent.ts';
import { type Remark, remark } from '../problem.ts';
import { coveredBy } from '../vocabulary.ts';
import { type Review, warningsOnly } from './review.ts';

/** What is allowed and still worth a second look: less consent than usual, and words that have no effect. */
export const reviewLeniency: Review = {
  id: 'leniency',
  look: (document, vocabulary) =>
    warningsOnly(
      document.rules.flatMap((rule, i): readonly Remark[] => {
        if (rule.deny === true || rule.standing === true) return [];
        const operations = coveredBy(rule.operations, vocabulary);
        const changed = operations.filter(({ kind }) => kind === 'change');
        if (operations.length > 0 && changed.length === 0 && rule.approvals !== undefined && rule.approvals !== 0) {
          return [
            remark(['rules', i, 'approvals'], 'Reads never wait for a second person; this has no effect.', 'key'),
          ];
        }
        const light = changed.find(({ tier }) => {
          if (tier !== 'critical') return false;
          const asked = complete(buildConsent(rule), buildConsent(document.tiers.critical), 'critical') ?? [];
          return asked.reduce((sum, one) => sum + one.count, 0) < defaultApprovals.critical;
        });
        return light === undefined
          ? []
          : [remark(['rules', i], `${light.id} is critical, and one person alone can approve it here. Ask for two.`)];
      }),
    ),
};

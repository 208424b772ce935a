import { buildConsent } from '../build.ts';
import { neverAlone } from '../break-glass.ts';
import { complete } from '../consent.ts';
import { type Path, type Remark, remark } from '../problem.ts';
import type { ConsentDocument, PolicyDocument, RuleDocument } from '../schema.ts';
import { narrowing } from '../standing-rules.ts';
import { coveredBy, type Vocabulary } from '../vocabulary.ts';
import { type Review, problemsOnly } from './review.ts';

const ONLY_READS = 'Only reads run without a second person: write 1 or more.';

/** Whatever changes something says how many people have to approve, and from where. */
export const reviewSecondPerson: Review = {
  id: 'second-person',
  look: (document, vocabulary) =>
    problemsOnly([
      ...Object.entries(document.tiers).flatMap(([tier, consent]) => [
        ...none(consent, ['tiers', tier]),
        ...both(consent, ['tiers', tier]),
      ]),
      ...document.rules.flatMap((rule, i) =>
        rule.deny === true ? [] : ofRule({ document, vocabulary, rule, path: ['rules', i] }),
      ),
    ]),
};

function ofRule(of: {
  document: PolicyDocument;
  vocabulary: Vocabulary;
  rule: RuleDocument;
  path: Path;
}): readonly Remark[] {
  const { document, vocabulary, rule, path } = of;
  if (rule.standing === true) return [...beyondRoutine(of), ...both(rule, path)];
  const changed = coveredBy(rule.operations, vocabulary).filter(({ kind }) => kind === 'change');
  const open = changed.find(
    ({ tier }) => tier !== 'read' && complete(buildConsent(rule), buildConsent(document.tiers[tier]), tier) === null,
  );
  const nowhere = `Nobody is named who approves ${open?.id ?? ''}: write from: [a group], here or under tiers.${open?.tier ?? ''}.`;
  return [
    ...(changed.length === 0 ? [] : none(rule, path)),
    ...both(rule, path),
    ...(open === undefined ? [] : [remark(path, nowhere)]),
  ];
}

/** What nobody looks at again when it happens is routine at most. */
function beyondRoutine({ vocabulary, rule, path }: Parameters<typeof ofRule>[0]): readonly Remark[] {
  const found = coveredBy(rule.operations, vocabulary).find(
    ({ id, kind, tier, family }) =>
      kind !== 'change' ||
      neverAlone.includes(family) ||
      (tier !== 'routine' && !(rule.when['own'] === true && narrowing.includes(id))),
  );
  if (found === undefined) return [];
  const sentence = `A standing order is for routine changes only, and for ${narrowing.join(', ')} under when: { own: true }; this covers ${found.id}.`;
  return [remark([...path, 'operations'], sentence)];
}

function none({ approvals }: ConsentDocument, path: Path): readonly Remark[] {
  if (approvals === 0) return [remark([...path, 'approvals'], ONLY_READS)];
  if (typeof approvals !== 'object') return [];
  return approvals.flatMap((one, i) => (one.count < 1 ? [remark([...path, 'approvals', i, 'count'], ONLY_READS)] : []));
}

function both({ approvals, from }: ConsentDocument, path: Path): readonly Remark[] {
  const isTwice = typeof approvals === 'object' && from !== undefined;
  return isTwice ? [remark([...path, 'from'], 'Each item of approvals has its own from; delete this one.', 'key')] : [];
}

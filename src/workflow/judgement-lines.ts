import { count } from '#domain/instant.ts';
import type { Judgement } from '#operations/memory.ts';
import type { Reason } from '#policy/verdict.ts';

type Line = Judgement['lines'][number];

const aRule = /^The (rule|denial) “/;

/** What a line says at a glance: ✓ lets it through, ✗ stands in the way, · had nothing to do with it. */
function markOf({ met, sentence }: Reason): string {
  const kind = aRule.exec(sentence)?.[1];
  if (kind === undefined) return met ? '✓' : '✗';
  if (kind === 'denial') return sentence.endsWith('does not fit.') ? '·' : '✗';
  return met ? '✓' : '·';
}

/**
 * Everything the policy looked at, a line each: a rule that fits with all that made it fit, one that does not with what it lacked. Rules
 * that speak of other operations are counted only; the whole tree is there for `countersign policy explain`.
 */
export function judgementLines({ because }: Reason, operation: string): readonly Line[] {
  const isElsewhere = ({ sentence, because: why }: Reason): boolean =>
    aRule.test(sentence) && why.some((one) => !one.met && one.sentence.endsWith(`, not ${operation}.`));
  const elsewhere = because.filter(isElsewhere).length;
  const lines = because
    .filter((reason) => !isElsewhere(reason))
    .map((reason): Line => {
      const told = reason.because.filter(({ met }) => met === reason.met).map(({ sentence }) => sentence);
      return { said: `${markOf(reason)} ${reason.sentence}`, because: told.join(' ') };
    });
  const rest = { said: `· ${count(elsewhere, 'rule speaks', 'rules speak')} of other operations.`, because: '' };
  return elsewhere === 0 ? lines : [...lines, rest];
}

import { compareDesk } from './desk.ts';
import { compareBreakGlass } from './break-glass.ts';
import { type Difference, loosens, looser, type Pair } from './difference.ts';
import { compareConfidential } from './confidential.ts';
import { compareGroups } from './groups.ts';
import { compareLive, goesFurther } from './live.ts';
import { compareLimits } from './limits.ts';
import { compareProduction, compareProtected, compareWordsOfRules } from './meaning.ts';
import { comparePeople } from './people.ts';
import { compareRules, compareWhatIsLeft } from './rules.ts';
import { compareSafeguards } from './safeguards.ts';
import { compareStanding } from './standing.ts';
import { compareSettings, compareTiers } from './settings.ts';

/**
 * In what two policies differ, and for each whether it lets through more. Where nothing is looser or unclear, the new policy permits nothing
 * that the old one refused, and nothing with fewer people or further than the old one did; where that cannot be shown, something is.
 */
export function comparePolicies(pair: Pair): readonly Difference[] {
  const written = [
    ...compareRules(pair),
    ...compareStanding(pair),
    ...compareTiers(pair),
    ...compareGroups(pair),
    ...comparePeople(pair),
    ...compareProduction(pair),
    ...compareLive(pair),
    ...compareDesk(pair),
    ...compareSafeguards(pair),
    ...compareBreakGlass(pair),
    ...compareLimits(pair),
    ...compareProtected(pair),
    ...compareWordsOfRules(pair),
    ...compareConfidential(pair),
    ...compareSettings(pair),
  ];
  if (loosens(written)) return written;
  // What nothing written says by itself: looked at last, because most of it follows from what is said already.
  const further = goesFurther(pair) ? [looser('A line of live would let somebody go further than before.')] : [];
  return [...written, ...compareWhatIsLeft(pair), ...further];
}

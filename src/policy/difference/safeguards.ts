import { defaultDwellMs } from '#domain/tier.ts';
import type { ChangeTier, Manner, Policy } from '../policy.ts';
import { noSafeguards, type Safeguards, strictest, type StepUp } from '../safeguards.ts';
import { type Difference, looser, type Pair, tighter } from './difference.ts';
import { isSame, isWithin } from './same.ts';
import { spanWords } from './span-words.ts';

const proofs: Readonly<Record<StepUp, string>> = { none: 'nothing', code: 'a one-time code', passkey: 'a passkey' };

/** Whether each protection is there that was there. */
export const protectsAsMuch = (now: Safeguards, old: Safeguards): boolean => isSame(strictest(now, old), now);

export const isAsStrict = (now: Manner, old: Manner): boolean =>
  (now.differentUnit || !old.differentUnit) && (now.inOrder || !old.inOrder) && isWithin(old.notify, now.notify);

/** What protects a decision of this tier where its rule says nothing else. */
export function ofTier({ safeguards }: Policy, tier: ChangeTier): Safeguards {
  const { stepUp, dwellMs, vetoMs, typed } = safeguards[tier];
  return {
    stepUp: stepUp ?? noSafeguards.stepUp,
    dwellMs: dwellMs ?? defaultDwellMs[tier],
    vetoMs: vetoMs ?? noSafeguards.vetoMs,
    typed: typed ?? noSafeguards.typed,
  };
}

function ofOneTier({ was, is }: Pair, tier: ChangeTier): readonly Difference[] {
  const [old, now] = [ofTier(was, tier), ofTier(is, tier)];
  const say = (key: keyof Safeguards, sentence: string): readonly Difference[] => {
    if (old[key] === now[key]) return [];
    return [(protectsAsMuch({ ...old, [key]: now[key] }, old) ? tighter : looser)(sentence)];
  };
  return [
    ...say(
      'stepUp',
      `Approvers of a ${tier} change would prove who they are with ${proofs[now.stepUp]} instead of ${proofs[old.stepUp]}.`,
    ),
    ...say(
      'dwellMs',
      `The plan of a ${tier} change would be open for ${spanWords(now.dwellMs)} instead of ${spanWords(old.dwellMs)} before Approve counts.`,
    ),
    ...say(
      'vetoMs',
      `An approved ${tier} change could be cancelled for ${spanWords(now.vetoMs)} instead of ${spanWords(old.vetoMs)} before it is sent.`,
    ),
    ...say(
      'typed',
      `Approvers of a ${tier} change ${now.typed ? 'would have to' : 'would no longer have to'} type its target.`,
    ),
  ];
}

export function compareSafeguards(pair: Pair): readonly Difference[] {
  const { was, is } = pair;
  const longer = (now: number, old: number, sentence: string): readonly Difference[] =>
    now === old ? [] : [(now > old ? tighter : looser)(sentence)];
  return [
    ...(['routine', 'destructive', 'critical'] as const).flatMap((tier) => ofOneTier(pair, tier)),
    ...longer(
      is.takeBackMs,
      was.takeBackMs,
      `An approval could be taken back for ${spanWords(is.takeBackMs)} instead of ${spanWords(was.takeBackMs)}, and nothing is sent before.`,
    ),
    ...longer(
      is.stepUp.coolingMs,
      was.stepUp.coolingMs,
      `What somebody enrols would count ${spanWords(is.stepUp.coolingMs)} later instead of ${spanWords(was.stepUp.coolingMs)} later.`,
    ),
  ];
}

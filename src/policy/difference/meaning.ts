import { complete } from '../consent.ts';
import type { Manner, Policy, WrittenManner } from '../policy.ts';
import { asksAsMuch } from './consent.ts';
import { type Difference, looser, neutral, type Pair, tighter } from './difference.ts';
import { isAsStrict, ofTier, protectsAsMuch } from './safeguards.ts';
import { isSame } from './same.ts';

/** Whether a rule asks by one of these conditions: what its words mean then moves with the section they speak of. */
const asksBy = ({ rules }: Policy, ...keys: readonly string[]): boolean =>
  rules.some(({ when }) => keys.some((key) => Object.hasOwn(when, key)));

const eitherAsksBy = ({ was, is }: Pair, ...keys: readonly string[]): boolean =>
  asksBy(was, ...keys) || asksBy(is, ...keys);

const OPEN = { kind: 'one', count: null, from: null } as const;
const asManner = ({ differentUnit, inOrder, notify }: WrittenManner): Manner => ({
  differentUnit: differentUnit ?? false,
  inOrder: inOrder ?? false,
  notify: notify ?? [],
});

/** Whether what counts as critical is let through by no more than what does not, whatever rule decides. */
export function graverIsStricter(policy: Policy): boolean {
  if (asksBy(policy, 'tiers', 'protected')) return false;
  const gravest = complete(OPEN, policy.tiers.critical, 'critical');
  return (['routine', 'destructive'] as const).every(
    (tier) =>
      asksAsMuch(gravest, complete(OPEN, policy.tiers[tier], tier)) &&
      protectsAsMuch(ofTier(policy, 'critical'), ofTier(policy, tier)) &&
      isAsStrict(asManner(policy.manners.critical), asManner(policy.manners[tier])),
  );
}

const without = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((each) => !other.includes(each));

export function compareProtected({ was, is }: Pair): readonly Difference[] {
  const [added, gone] = [
    without(is.protectedTargets, was.protectedTargets),
    without(was.protectedTargets, is.protectedTargets),
  ];
  const say = graverIsStricter(was) && graverIsStricter(is) ? tighter : looser;
  return [
    ...(added.length === 0 ? [] : [say(`${added.join(', ')} would be protected.`)]),
    ...(gone.length === 0 ? [] : [looser(`${gone.join(', ')} would no longer be protected.`)]),
  ];
}

export function compareProduction(pair: Pair): readonly Difference[] {
  const { was, is } = pair;
  const [added, gone] = [without(is.production, was.production), without(was.production, is.production)];
  const say = eitherAsksBy(pair, 'label') ? looser : tighter;
  return [
    ...(added.length === 0 ? [] : [say(`${added.join(', ')} would count as production.`)]),
    ...(gone.length === 0 ? [] : [looser(`${gone.join(', ')} would no longer count as production.`)]),
  ];
}

function movedKeys(one: object, other: object): readonly string[] {
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => !isSame(left[key], right[key]));
}

/** Labels, days and links: words that rules use. What no rule uses lets nobody do more. */
export function compareWordsOfRules(pair: Pair): readonly Difference[] {
  const { was, is } = pair;
  const byLabel = eitherAsksBy(pair, 'label') ? looser : neutral;
  const labels = movedKeys(was.labels, is.labels).map((label) =>
    byLabel(`Projects labelled ${label} would be ${is.labels[label]?.join(', ') ?? 'none'}.`),
  );
  // Deadlines and stand-ins are counted in them as well as rules.
  const days = movedKeys(was.calendars, is.calendars).map((name) =>
    looser(`The days of the calendar ${name} would be others, and with them when rules and deadlines count.`),
  );
  if (was.incidentLink === is.incidentLink) return [...labels, ...days];
  const byIncident = eitherAsksBy(pair, 'incident') ? looser : neutral;
  const link = is.incidentLink === null ? 'no reason could name one' : `it would look like ${is.incidentLink}`;
  return [...labels, ...days, byIncident(`The link to an incident would be another: ${link}.`)];
}

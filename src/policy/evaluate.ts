import { utcMinute } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import { askedConfidentially, refuseConfidential } from './confidential.ts';
import { askedOf, askedSentence, mannerOf } from './consent.ts';
import { requirementsNow } from './eligible.ts';
import type { PolicyFacts } from './facts.ts';
import { houseRules, isAlwaysOn } from './house-rules.ts';
import { inTime } from './later.ts';
import { lesser, modeOf } from './live.ts';
import { type Match, matchRule } from './match.ts';
import { nameOf } from './people.ts';
import type { Asked, LiveMode, Manner, PermitRule, Policy } from './policy.ts';
import { noSafeguards } from './safeguards.ts';
import { rolloutOf, waitsForStepUp } from './rollout.ts';
import { safeguardsOf } from './safeguards-of.ts';
import { deniedByRule, heldOff, noRule, subjectOf, switchedOff, unreachable } from './refusals.ts';
import type { Scene } from './scene.ts';
import { anyManner, seat } from './seating.ts';
import type { Held, Reason, Requirement, Verdict } from './verdict.ts';

/**
 * Whether this may be asked, and whose consent it needs. A denial that fits, or cannot be told not to, wins; then what is switched
 * off stays off; then the first rule that fits decides; nothing fitting refuses. A requirement that nobody could ever meet refuses too.
 */
export function evaluate(policy: Policy, facts: PolicyFacts): Verdict {
  const scene: Scene = { policy, facts };
  const denials = policy.rules.flatMap((rule) => (rule.kind === 'deny' ? [matchRule(rule, scene)] : []));
  const denial = denials.find((match) => match.answer !== 'no');
  if (denial !== undefined) return denied(scene, deniedByRule(denial, scene), [denial.reason]);

  const live = modeOf(scene);
  const { held, refusal } = isAlwaysOn(facts.operation) ? nothingHolds : brakesOn(scene, live.mode);
  const looked = [...denials.map((match) => match.reason), live.reason];
  if (refusal !== null) return denied(scene, refusal, looked);

  const permits = [...policy.rules, ...houseRules].flatMap((rule) =>
    rule.kind === 'permit' ? [matchRule(rule, scene)] : [],
  );
  const first = permits.findIndex((match) => match.answer === 'yes');
  const match = permits[first];
  if (match === undefined)
    return denied(scene, noRule(permits, scene), [...looked, ...permits.map(({ reason }) => reason)]);
  const tried = permits.slice(0, first + 1).map(({ reason }) => reason);
  return permitted({ scene, match, held, looked: [...looked, ...tried] });
}

interface Brakes {
  readonly held: Held | null;
  readonly refusal: Refusal | null;
}

const nothingHolds: Brakes = { held: null, refusal: null };

/** What keeps it from being on: the policy is the ceiling, and what was opened under it can only be less. */
export function brakesOn(scene: Scene, live: LiveMode): Brakes {
  const { mode, sentence } = rolloutOf(scene);
  if (live === 'off') return { held: null, refusal: switchedOff(scene) };
  if (mode === 'off') return { held: null, refusal: heldOff(scene, sentence) };
  if (lesser(live, mode) === 'on') return nothingHolds;
  const says = `the policy’s “live” says plan-only for ${scene.facts.operation.id}`;
  const held: Held = live === 'on' ? { by: 'rollout', sentence } : { by: 'policy', sentence: says };
  return { held, refusal: null };
}

interface Permission {
  readonly scene: Scene;
  readonly match: Match<PermitRule>;
  readonly held: Held | null;
  readonly looked: readonly Reason[];
}

function permitted({ scene, match, held: before, looked }: Permission): Verdict {
  const { policy, facts } = scene;
  const subject = subjectOf(scene);
  const { name } = match.rule;
  const isRead = facts.operation.kind === 'read' && facts.operation.tier === 'read';
  if (isRead) {
    const reasons = { met: true, sentence: `${subject} is allowed; reads need nobody’s consent.`, because: looked };
    const nothing = { requirements: [], manner: anyManner, safeguards: noSafeguards };
    return { kind: 'permit', mode: 'on', held: null, rule: name, ...nothing, reasons };
  }
  const secret = facts.confidential === true ? refuseConfidential(scene) : null;
  if (secret !== null) return denied(scene, secret, [...looked, { met: false, sentence: secret.rule, because: [] }]);
  const { asked, manner } = askedUnder(scene, match.rule);
  const requirements = requirementsNow(scene, asked, manner);
  const consent = reachOf(policy, requirements, manner);
  if (!consent.met) return denied(scene, unreachable(scene, requirements, manner), [...looked, consent]);
  const waits = before === null ? waitsForStepUp(scene, requirements) : null;
  const held: Held | null = waits === null ? before : { by: 'step-up', sentence: waits };
  const planned = held === null ? [] : [{ met: false, sentence: `Planned only: ${held.sentence}.`, because: [] }];
  const reasons = {
    met: true,
    sentence: `${subject} is allowed with ${askedSentence(requirements, manner)}.`,
    because: [...looked, consent, ...planned],
  };
  const safeguards = safeguardsOf(policy, match.rule, facts.operation);
  const mode = held === null ? 'on' : 'plan-only';
  return { kind: 'permit', mode, held, rule: name, requirements, manner, safeguards, reasons };
}

/** Whose consent the rule asks for and how; of what is confidential nobody but its own approvers hears. */
function askedUnder({ policy, facts }: Scene, rule: PermitRule): { asked: readonly Asked[]; manner: Manner } {
  const asked = askedOf(policy, rule, facts.operation) ?? [];
  const manner = mannerOf(policy, rule, facts.operation);
  if (facts.confidential !== true || policy.confidential === null)
    return { asked: inTime(policy, asked, facts.askedAt ?? facts.now), manner };
  return { asked: askedConfidentially(policy.confidential, asked), manner: { ...manner, inOrder: false, notify: [] } };
}

/** Whether enough distinct people could consent. No requirement at all is not "enough": a change always needs a second person. */
function reachOf(policy: Policy, requirements: readonly Requirement[], manner: Manner): Reason {
  const isSound =
    requirements.length > 0 && requirements.every(({ count }) => Number.isSafeInteger(count) && count >= 1);
  const tables = requirements.map(({ count, eligible }) => ({ count, candidates: eligible, pool: eligible.length }));
  const met = isSound && seat(tables, manner, null).empty.every((open) => open === 0);
  const asked = isSound ? `${askedSentence(requirements, manner)} must consent` : 'Nobody is asked to consent';
  const because = requirements.map(({ count, from, eligible, later = [] }) => ({
    met: eligible.length >= count,
    sentence: [
      `${from.join(' or ')}: ${eligible.map(({ person }) => nameOf(policy, person)).join(', ') || 'nobody'} could.`,
      ...later.map((one) => `From ${utcMinute(one.at)} also ${one.from}.`),
    ].join(' '),
    because: [],
  }));
  return { met, sentence: met ? `${asked}.` : `${asked}, and that many cannot be found.`, because };
}

function denied(scene: Scene, refusal: Refusal, because: readonly Reason[]): Verdict {
  return { kind: 'deny', refusal, reasons: { met: false, sentence: `${subjectOf(scene)} is refused.`, because } };
}

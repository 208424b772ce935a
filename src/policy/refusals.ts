import { type Refusal, refuse } from '#domain/refusal.ts';
import { askedSentence } from './consent.ts';
import { unreadGroups } from './eligible.ts';
import type { Match } from './match.ts';
import { approversIn, requesterOf } from './membership.ts';
import { nameOf } from './people.ts';
import type { DenyRule, Manner, PermitRule } from './policy.ts';
import type { Scene } from './scene.ts';
import { unitOf } from './unit.ts';
import type { Requirement } from './verdict.ts';
import { covers } from './vocabulary.ts';

/** `keys.issue in search-dev`. */
export function subjectOf({ facts: { operation, project } }: Scene): string {
  return project === null ? operation.id : `${operation.id} in ${project.name}`;
}

export function deniedByRule(match: Match<DenyRule>, scene: Scene): Refusal {
  const unread = match.answer === 'unknown' ? match.looks.find((look) => look.answer === 'unknown') : undefined;
  const doubt = unread === undefined ? '' : ` It ${unread.sentence}, so it counts.`;
  return refuse('policy.denied', {
    what: `${subjectOf(scene)} is not allowed.`,
    rule: `“${match.rule.name}”: ${match.rule.why}${doubt}`,
    whoCan: 'Nobody can while this rule stands. The policy’s owners can change it.',
  });
}

export function switchedOff(scene: Scene): Refusal {
  return refuse('policy.off', {
    what: `${subjectOf(scene)} is switched off.`,
    rule: 'The policy’s “live” section says off.',
    whoCan: 'The policy’s owners can switch it to plan-only or on.',
  });
}

export function heldOff(scene: Scene, sentence: string): Refusal {
  return refuse('rollout.off', {
    what: `${subjectOf(scene)} is switched off.`,
    rule: `It cannot be asked for, because ${sentence}.`,
    whoCan: 'Two people can open it again: /openai rollout open.',
  });
}

/** No rule permits. Quotes the rule that came nearest, because that is the one to change or to meet. */
export function noRule(matches: readonly Match<PermitRule>[], scene: Scene): Refusal {
  const what = `${subjectOf(scene)} is not allowed for ${nameOf(scene.policy, scene.facts.requester.personId)}.`;
  const about = matches.filter(({ rule }) =>
    rule.operations.some((selector) => covers(selector, scene.facts.operation)),
  );
  const [near] = about.toSorted((one, other) => misses(one) - misses(other));
  const miss = near?.looks.find((look) => look.answer !== 'yes');
  if (near === undefined || miss === undefined) {
    const rule = `No rule of the policy is about ${scene.facts.operation.id}.`;
    return refuse('policy.no-rule', { what, rule, whoCan: 'Nobody can until a rule says who.' });
  }
  const whoCan = miss.whoCan === undefined ? 'Ask within what the rule allows.' : `${capital(miss.whoCan)}.`;
  return refuse('policy.no-rule', { what, rule: `The rule “${near.rule.name}” ${miss.sentence}.`, whoCan });
}

const misses = (match: Match): number => match.looks.filter((look) => look.answer !== 'yes').length;

/** The requirement cannot be met however long one waits; better to hear that now than at the deadline. */
export function unreachable(scene: Scene, requirements: readonly Requirement[], manner: Manner): Refusal {
  const { policy } = scene;
  const people = new Set(requirements.flatMap(({ eligible }) => eligible.map(({ person }) => person)));
  const names = [...people].slice(0, 5).map((person) => nameOf(policy, person));
  const left =
    names.length === 0 ? 'nobody is left' : `only ${joined(names)} ${names.length === 1 ? 'is' : 'are'} left`;
  const unread = unreadGroups(
    scene,
    requirements.flatMap(({ from }) => from),
  );
  const gap = unread.length === 0 ? '' : ` Not readable right now: ${unread.join(', ')}.`;
  const isNowhere = manner.differentUnit && requesterOf(scene).some((person) => unitOf(scene, person) === null);
  const nowhere = isNowhere ? ' The unit of whoever asks is not known, so nobody is known to be of another.' : '';
  return refuse('policy.unreachable-quorum', {
    what: `${subjectOf(scene)} could never be approved, so it was not sent.`,
    rule: `It needs ${askedSentence(requirements, manner)}; without whoever asks or gains by it, ${left}.${gap}${nowhere}`,
    whoCan: whoHelps(scene, requirements),
  });
}

function whoHelps(scene: Scene, requirements: readonly Requirement[]): string {
  const names = [...new Set(requirements.flatMap(({ from }) => from))];
  if (names.length === 0) return 'The policy’s owners have to say who approves this.';
  const groups = names.join(' or ');
  const asker = requesterOf(scene);
  const couldApprove = names.some((name) => {
    const membership = approversIn(scene, name);
    return membership.kind === 'known' && asker.some((person) => membership.accounts.has(person));
  });
  const other = couldApprove ? `Somebody outside ${groups} can ask for it, or the` : 'The';
  return `${other} policy’s owners can add a person to ${groups}.`;
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

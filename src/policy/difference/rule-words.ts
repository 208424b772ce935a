import { formatDuration } from '#domain/duration.ts';
import { count } from '#domain/instant.ts';
import { askedSentence } from '../consent.ts';
import type { Consent, PermitRule, Rule } from '../policy.ts';
import { permitKeys } from './permits.ts';
import { differingKeys, isSame } from './same.ts';
import { spanWords } from './span-words.ts';

const list = (words: readonly string[]): string => words.join(', ');

const requestersOf = ({ requesters }: Rule): string => (requesters === 'everyone' ? requesters : list(requesters));

function projectsOf({ projects }: Rule): string {
  if (projects === null) return 'any project';
  return projects === 'production' ? 'production' : list(projects);
}

function consentOf(consent: Consent): string {
  if (consent.kind === 'several') return askedSentence(consent.asked);
  const people = consent.count === null ? 'as many as the tier asks' : count(consent.count, 'person', 'people');
  return consent.from === null ? people : `${people} from ${consent.from.join(' or ')}`;
}

function lifetimeOf({ bounds }: PermitRule): string {
  return bounds.lifetimeMaxMs === null ? 'no limit' : formatDuration(bounds.lifetimeMaxMs);
}

const scopesOf = ({ bounds }: PermitRule): string => (bounds.scopes === null ? 'any scope' : list(bounds.scopes));

/** What a rule is about, for one that is new or gone. */
export function ruleWords(rule: Rule): string {
  const scope = `${list(rule.operations)} for ${requestersOf(rule)} in ${projectsOf(rule)}`;
  return rule.kind === 'deny' ? `denies ${scope}` : `allows ${scope}, with ${consentOf(rule.consent)}`;
}

const COMPARED = [...permitKeys, 'why'];
const LIKE_TIER = 'what its tier says';

const spanOf = (ms: number | null): string => (ms === null ? LIKE_TIER : spanWords(ms));
const yesOrNo = (is: boolean | null): string => (is === null ? LIKE_TIER : is ? 'yes' : 'no');

/** What protects and orders approvals under a rule, each in the words of the file. */
function carefulWords({ safeguards, manner }: PermitRule): Readonly<Record<string, string>> {
  return {
    step_up: safeguards.stepUp ?? LIKE_TIER,
    dwell: spanOf(safeguards.dwellMs),
    veto: spanOf(safeguards.vetoMs),
    type_target: yesOrNo(safeguards.typed),
    different_unit: yesOrNo(manner.differentUnit),
    in_order: yesOrNo(manner.inOrder),
    notify: manner.notify === null ? LIKE_TIER : list(manner.notify) || 'nobody',
  };
}

const conditionOf = ({ when }: Rule, key: string): string =>
  Object.hasOwn(when, key) ? JSON.stringify(when[key]) : 'nothing';

/** What changes in a rule, part by part: `operations from keys.* to *`. Empty where it says the same. */
export function changedWords(was: Rule, is: Rule): readonly string[] {
  const words: string[] = [];
  const moved = (what: string, before: string, after: string): void => {
    if (before !== after) words.push(`${what} from ${before} to ${after}`);
  };
  if (was.kind !== is.kind) return [`${ruleWords(is)} instead of what it did`];
  if (!isSame(was.operations.toSorted(), is.operations.toSorted()))
    moved('operations', list(was.operations), list(is.operations));
  moved('who may ask', requestersOf(was), requestersOf(is));
  moved('projects', projectsOf(was), projectsOf(is));
  if (was.kind === 'permit' && is.kind === 'permit') {
    moved('the longest lifetime', lifetimeOf(was), lifetimeOf(is));
    moved('scopes', scopesOf(was), scopesOf(is));
    moved('approvals', consentOf(was.consent), consentOf(is.consent));
    const [before, after] = [carefulWords(was), carefulWords(is)];
    for (const key of Object.keys(after)) moved(key, before[key] ?? '', after[key] ?? '');
  }
  for (const key of differingKeys(was.when, is.when, []))
    moved(`when ${key}`, conditionOf(was, key), conditionOf(is, key));
  return [...words, ...differingKeys(was, is, COMPARED)];
}

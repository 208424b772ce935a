import type { Quorum } from '#approvals/quorum.ts';
import type { Decision } from '#approvals/request.ts';
import { formatDuration } from '#domain/duration.ts';
import type { Absence } from '#policy/absence.ts';
import { personOf } from '#policy/people.ts';
import { absenceOf, type Electorate } from './electorate.ts';
import type { StandingCode } from './ports/people.ts';

/** What became of an account, as the end of a sentence about its person. */
const standingWords: Readonly<Record<StandingCode, string>> = {
  guest: 'they are a guest now',
  bot: 'the account is a bot’s',
  deactivated: 'their Slack account is deactivated',
  'other-workspace': 'they are of another workspace',
  invited: 'they were invited and have not joined yet',
  'unknown-user': 'Slack does not know their account any more',
  unproven: 'Slack did not say whether they are a full member',
  'slack-unreachable': 'Slack could not be asked about them',
};

/** Why a decision is not counted, as the end of a sentence about it. */
export const ignoredWords: Readonly<Record<Quorum['ignored'][number]['why'], string>> = {
  'no-proof': 'it was given without the proof that is asked for by now, or that proof does not hold any more',
  'other-digest': 'it was given for another version of the request',
  requester: 'they are who asked for it',
  beneficiary: 'the change is about them',
  'not-eligible': 'they are not among those who decide, as it stands now',
  'too-early': 'it was given before it was their turn',
  'same-unit': 'somebody of their unit is counted already',
  'not-needed': 'it is not needed any more',
};

function absenceWords(absence: Absence): string {
  switch (absence.why) {
    // Their approval counted once, so whoever is not in a group now has been.
    case 'outside':
      return `they left ${absence.groups.join(' or ')}`;
    case 'suspended':
      return `they are suspended, because ${absence.because}`;
    case 'newcomer':
      return `they joined ${absence.groups.join(' and ')} less than ${formatDuration(absence.leastMs)} ago`;
  }
}

/** Why an approval that was given is not counted now: what became of the account, of the person, or of their groups. */
export function whyLapsed(
  decision: Decision,
  now: { readonly code: StandingCode | null; readonly quorum: Quorum; readonly electorate: Electorate },
): string {
  if (now.code !== null) return standingWords[now.code];
  const ignored = now.quorum.ignored.find(({ person }) => person === decision.person)?.why ?? 'not-eligible';
  if (ignored !== 'not-eligible') return ignoredWords[ignored];
  if (personOf(now.electorate.scene.policy, decision.slackId) !== decision.person)
    return 'the account they approved with is somebody else’s now';
  const absence = absenceOf(now.electorate, { personId: decision.person, slackId: decision.slackId });
  return absence === null ? ignoredWords[ignored] : absenceWords(absence);
}

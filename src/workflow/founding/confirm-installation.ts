import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { admitAnyway, noted } from '../admit.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import type { SaidOutcome, UseCases } from '../use-cases.ts';
import { foundersNeeded, subjectOf } from './installation.ts';
import { putCard } from './record-founding.ts';

const what = 'Your confirmation was not counted.';

const already = refuse('founding.done', { what, rule: 'Two people have confirmed this installation already.' });

const changed = refuse('founding.changed', {
  what,
  rule: 'The policy, the admin key or the version is another one since that message. Look at the newest one.',
});

const stranger = refuse('founding.stranger', {
  what,
  rule: 'An installation is confirmed by two people whom its policy lists under people.',
  whoCan: 'Anybody of them.',
});

const repeated = refuse('founding.repeated', {
  what,
  rule: 'You have confirmed this already, with this account or another one of yours; one person counts once.',
  whoCan: 'Anybody else whom the policy lists under people.',
});

interface Confirming {
  readonly person: Requester;
  readonly subject: string;
  readonly via: string;
}

async function complete(house: House, tx: Writing, subject: string): Promise<void> {
  const { policy, digest, text, file } = house.founding.installation.policy;
  const at = house.clock.now();
  const founders = await tx.founding.founders(subject);
  const by = founders.map(({ slackId }) => slackId);
  await tx.meta.set('founded', String(at));
  await enter(tx, house, {
    kind: 'installation.founded',
    who: 'system:founding',
    requestId: null,
    what: { subject, by },
  });
  await tx.policies.adopt({ digest, text, file, policy, how: 'founding', requestId: null, at });
  const what = { digest, file, how: 'founding', by };
  await enter(tx, house, { kind: 'policy.adopted', who: 'system:founding', requestId: null, what });
}

/** Answers how many have confirmed. */
async function confirm(house: House, tx: Writing, { person, subject, via }: Confirming): Promise<number | Refusal> {
  const { personId, slackId, name } = person;
  const { deployment, organization, version, policy } = house.founding.installation;
  const isNew = await tx.founding.confirm(subject, { person: personId, slackId, name, at: house.clock.now() });
  if (!isNew) return repeated;
  const seen = { subject, deployment, adminKey: organization, version, policy: policy.digest, via };
  await enter(tx, house, { kind: 'installation.confirmed', who: slackId, requestId: null, what: seen });
  const count = (await tx.founding.founders(subject)).length;
  if (count >= foundersNeeded) await complete(house, tx, subject);
  await putCard(tx, house);
  return count;
}

/** One of the two presses without which a new installation does nothing. */
export async function confirmInstallation(
  house: House,
  ask: Parameters<UseCases['confirmInstallation']>[0],
): Promise<SaidOutcome> {
  const admitted = await admitAnyway(house, ask.caller, 0);
  if (isRefusal(admitted)) return admitted;
  const { person } = admitted;
  const subject = subjectOf(house.founding.installation);
  if (house.founding.isDone()) return noted(house, ask.caller, already);
  if (ask.subject !== subject) return noted(house, ask.caller, changed);
  const isListed = Object.hasOwn(house.founding.installation.policy.policy.people, person.personId);
  if (!isListed) return noted(house, ask.caller, stranger);
  return orFailed(house.log, async () => {
    const confirming = { person, subject, via: ask.caller.via };
    const confirmed = await house.store.transact((tx) => confirm(house, tx, confirming));
    if (isRefusal(confirmed)) return noted(house, ask.caller, confirmed);
    if (confirmed >= foundersNeeded) house.founding.done();
    house.nudge();
    const sentence =
      confirmed >= foundersNeeded
        ? 'Recorded. This installation is founded, and its policy is in force.'
        : 'Recorded. Somebody else whom the policy lists under people has to confirm it too.';
    return { kind: 'done', sentence };
  });
}

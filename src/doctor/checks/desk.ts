import { nameOf } from '#policy/people.ts';
import { type Check, ok, warn } from '../check.ts';

export const desk: Check = {
  id: 'desk',
  title: 'Desk',
  run: async ({ policy, withPasskey }) => {
    if (policy.kind === 'problems' || policy.policy.desk === null)
      return ok('The policy has none, so nothing can be stopped while Slack is down but by a freeze on the host.');
    if (withPasskey === null) return ok('Who has a passkey stands in the database, which was not read.');
    const { people } = policy.policy.desk;
    const without = people.filter((person) => !withPasskey.has(person)).map((person) => nameOf(policy.policy, person));
    if (without.length === 0) return ok(`Everybody whom it lists has a passkey: ${people.length}.`);
    return warn(
      `These cannot use it, because they have no passkey: ${without.join(', ')}.`,
      'They enrol with /openai step-up enrol; the first two people on the host, with countersign enrol.',
    );
  },
};

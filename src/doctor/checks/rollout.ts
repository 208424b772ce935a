import { type Check, ok, warn } from '../check.ts';

// With fewer, nothing critical is sent.
const LEAST_ENROLLED = 2;

export const rollout: Check = {
  id: 'rollout',
  title: 'Rollout',
  run: async ({ rollout: found }) => {
    if (found === null) return ok('It stands in the database, which was not read.');
    const { says, enrolled } = found;
    if (enrolled === null || enrolled >= LEAST_ENROLLED) return ok(`What is opened: ${says}.`);
    return warn(
      `What is opened: ${says}. What is critical stays planned only: ${enrolled === 1 ? 'one person has' : 'nobody has'} enrolled for step-up.`,
      'Enrol two people on the host with countersign enrol; docs/go-live.md says in which order.',
    );
  },
};

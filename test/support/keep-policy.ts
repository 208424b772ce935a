import type { ActivePolicy, WrittenPolicy } from '#workflow/house.ts';
import type { SmallHouse } from './small-house.ts';

const written = (active: ActivePolicy): WrittenPolicy => ({
  ...active,
  text: 'not read by this test',
  file: 'policy.yml',
});

/** Puts a policy in force as an adoption does: kept in the database, and what everybody goes by from now on. */
export async function keepPolicy(small: SmallHouse, active: ActivePolicy): Promise<void> {
  const { digest, text, file, policy } = written(active);
  const at = small.clock.now();
  await small.store.transact((tx) =>
    tx.policies.adopt({ digest, text, file, policy, how: 'request', requestId: null, at }),
  );
  small.setPolicy(active);
}

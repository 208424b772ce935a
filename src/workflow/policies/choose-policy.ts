import { Fault } from '#domain/fault.ts';
import { comparePolicies } from '#policy/difference/compare.ts';
import { type Difference, loosens } from '#policy/difference/difference.ts';
import type { WrittenPolicy } from '../house.ts';
import type { AdoptedPolicy, Adoption } from '../ports/policies.ts';
import type { Reading } from '../ports/store.ts';
import { readPolicy, vocabulary } from './read-policy.ts';

/** Which policy a start runs on, and what it has to write down about that. */
export interface Choice {
  readonly inForce: WrittenPolicy;
  /** The file, where it loosens something and two people have not adopted it yet. */
  readonly proposed: WrittenPolicy | null;
  /** Rows to add, in this order. */
  readonly adoptions: readonly { readonly policy: WrittenPolicy; readonly how: Adoption }[];
  /** Between what was adopted last and the file. */
  readonly differences: readonly Difference[];
}

function understood(adopted: AdoptedPolicy): WrittenPolicy {
  const read = readPolicy(adopted);
  if (read.kind === 'policy') return read;
  const lines = [
    'The policy that was adopted last cannot be used by this version. Start the version before, adopt a corrected file, and then update:',
    ...read.lines,
  ];
  throw new Fault('config.invalid', lines.join('\n'));
}

/**
 * What was adopted last stays in force, whatever the file says by now. A file that only tightens is adopted by the start itself; one that loosens
 * anything waits for two people. Nothing is written here. Before an
 * installation is founded nothing is adopted: that is what two people do then.
 */
export async function choosePolicy(
  read: Pick<Reading, 'policies'>,
  file: WrittenPolicy,
  isFounded: boolean,
): Promise<Choice> {
  const adopted = await read.policies.inForce();
  if (adopted === null) {
    const adoptions = isFounded ? [{ policy: file, how: 'first-start' as const }] : [];
    return { inForce: file, proposed: null, adoptions, differences: [] };
  }
  const was = understood(adopted);
  const reread = was.digest === adopted.digest ? [] : [{ policy: was, how: 'reread' as const }];
  if (was.digest === file.digest) return { inForce: was, proposed: null, adoptions: reread, differences: [] };
  const differences = comparePolicies({ was: was.policy, is: file.policy, vocabulary });
  if (loosens(differences)) return { inForce: was, proposed: file, adoptions: reread, differences };
  return { inForce: file, proposed: null, adoptions: [...reread, { policy: file, how: 'tightening' }], differences };
}

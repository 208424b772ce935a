import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House, WrittenPolicy } from '../house.ts';
import type { PolicyReader } from '../ports/policies.ts';
import { readPolicy } from './read-policy.ts';

const PATTERN = /^p-([1-9][0-9]{0,8})$/i;

/** How an adopted policy is called: `P-3`. */
export const policyName = (id: number): string => `P-${id}`;

const none = refuse('policy.adopt.none', {
  what: 'There is no policy to adopt.',
  rule: 'The file is what is in force. Change the file, start Countersign with it, and ask again; or name an earlier policy, as /openai policy show lists them.',
});

/** What would be adopted: the file that waits, or an earlier policy by its name, understood as this program understands it. */
export async function proposalOf(
  from: { readonly proposed: House['proposed']; readonly policies: PolicyReader },
  version: string | null,
): Promise<WrittenPolicy | Refusal> {
  if (version === null) return from.proposed() ?? none;
  const [, id] = PATTERN.exec(version) ?? [];
  const adopted = id === undefined ? null : await from.policies.find(Number(id));
  if (adopted === null) {
    return refuse('policy.adopt.unknown', {
      what: `There is no policy ${version}.`,
      rule: 'Take one that /openai policy show lists.',
    });
  }
  const read = readPolicy(adopted);
  if (read.kind === 'policy') return read;
  const [first = ''] = read.lines;
  return refuse('policy.adopt.outdated', {
    what: `${version} cannot be adopted as it is.`,
    rule: `This version of Countersign does not understand it: ${first}`,
  });
}

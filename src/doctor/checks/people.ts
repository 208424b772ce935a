import { count } from '#domain/instant.ts';
import { clashesOf } from '#policy/with-bindings.ts';
import { type Check, ok, warn } from '../check.ts';

const named = (people: readonly { readonly name: string }[]): string => people.map(({ name }) => name).join(', ');

export const people: Check = {
  id: 'people',
  title: 'People',
  run: async ({ policy, bound }) => {
    const clashing = policy.kind === 'policy' ? clashesOf(policy.policy, bound) : [];
    if (clashing.length > 0) {
      return warn(
        `The policy’s file and what two people bound differ about ${named(clashing)}; the file wins.`,
        'Take the entries out of the file, or let go of the bindings with /openai people adopt.',
      );
    }
    const suspended = bound.filter(({ state }) => state === 'suspended');
    if (suspended.length > 0) {
      return warn(
        `${named(suspended)} ${suspended.length === 1 ? 'is suspended and approves' : 'are suspended and approve'} nothing.`,
        '/openai people propose says why, and what two people can countersign.',
      );
    }
    return ok(`${count(bound.length, 'person is', 'people are')} bound beside the file.`);
  },
};

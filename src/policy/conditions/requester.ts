import { nameOf } from '../people.ts';
import { membershipOf, projectOwners, requesterOf } from '../membership.ts';
import type { Policy, Requesters } from '../policy.ts';
import type { Scene } from '../scene.ts';
import type { Condition, Look } from './condition.ts';

/** The rule lets this person ask. */
export const requesterCondition: Condition = {
  id: 'requester',
  look: ({ requesters }, scene) => lookAtRequester(requesters, scene),
};

const isGroup = ({ groups }: Policy, name: string): boolean => name === projectOwners || Object.hasOwn(groups, name);

/** Whether the requester is one of these people, or belongs to one of these groups by any account that is theirs. */
export function lookAtRequester(requesters: Requesters, scene: Scene): Look {
  if (requesters === 'everyone') return { answer: 'yes', sentence: 'is for everyone' };
  const { policy, facts } = scene;
  const theirs = requesterOf(scene);
  const whoCan = `${requesters.map((name) => (isGroup(policy, name) ? `people in ${name}` : name)).join(' or ')} can`;
  let unread = '';
  for (const name of requesters) {
    if (!isGroup(policy, name)) {
      if (theirs.some((person) => person === name)) return { answer: 'yes', sentence: `is for ${name}` };
      continue;
    }
    const membership = membershipOf(scene, name);
    if (membership.kind === 'unknown') unread = `is for ${name}, whose members are not known: ${membership.why}`;
    else if (theirs.some((person) => membership.accounts.has(person)))
      return { answer: 'yes', sentence: `is for ${name}` };
  }
  if (unread !== '') return { answer: 'unknown', sentence: unread, whoCan };
  const who = nameOf(policy, facts.requester.personId);
  return { answer: 'no', sentence: `is for ${requesters.join(', ')}, and ${who} is not among them`, whoCan };
}

import type { Policy } from './policy.ts';

/** Slack user groups whose members must be fetched before a verdict, by the name the policy gives them (the key of `facts.members`). */
export function groupsNamed(policy: Policy): readonly { readonly name: string; readonly slackGroup: string }[] {
  return Object.entries(policy.groups).flatMap(([name, group]) =>
    group.kind === 'slack' ? [{ name, slackGroup: group.slackGroup }] : [],
  );
}

import type { Policy } from '#policy/policy.ts';
import { type Check, fail, ok, warn } from '../check.ts';

function peopleWithout(policy: Policy): readonly string[] {
  return Object.values(policy.people).flatMap((person) => {
    if (person.slackIds.length === 0) return [`${person.name} has no Slack account`];
    return person.openaiEmail === null ? [`${person.name} has no OpenAI e-mail`] : [];
  });
}

/** Lists too small for what is asked of them once the requester, who may be one of them, is left out. */
function thinGroups(policy: Policy): readonly string[] {
  const asked = [
    ...Object.values(policy.tiers),
    ...policy.rules.flatMap((rule) => (rule.kind === 'permit' ? [rule.consent] : [])),
  ];
  const needs = asked.flatMap((consent) =>
    consent.kind === 'several' ? consent.asked : [{ count: consent.count ?? 1, from: consent.from ?? [] }],
  );
  return [
    ...new Set(
      needs.flatMap(({ count, from }) => {
        const groups = from.map((name) => policy.groups[name]);
        if (groups.length === 0 || groups.some((group) => group === undefined || group.kind === 'slack')) return [];
        const people = new Set(groups.flatMap((group) => (group?.kind === 'list' ? group.people : [])));
        return people.size <= count ? [`${from.join(' or ')} (${people.size} for ${count})`] : [];
      }),
    ),
  ];
}

export const policy: Check = {
  id: 'policy',
  title: 'Policy',
  run: async (patient) => {
    if (patient.policy.kind === 'problems') {
      return fail('reads', patient.policy.lines.join(' '), 'Correct the file; docs/policy.md explains every part.');
    }
    const { policy: active } = patient.policy;
    const { proposedPolicy } = patient;
    if (proposedPolicy !== null) {
      return warn(
        `The file ${proposedPolicy} is not in force: it loosens something, so the policy adopted last stays.`,
        'Adopt it with /openai policy adopt, or write the file back.',
      );
    }
    const thin = thinGroups(active);
    if (thin.length > 0) {
      return warn(
        `Members of these groups cannot get their own requests approved: ${thin.join(', ')}.`,
        'Add people: one more than must approve.',
      );
    }
    const without = peopleWithout(active);
    if (without.length > 0) return warn(`${without.join('; ')}.`, 'Complete their entries under people.');
    const mode = active.live.default;
    return ok(`${active.rules.length} rules, ${Object.keys(active.people).length} people, ${mode} by default.`);
  },
};

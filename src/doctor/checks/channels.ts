import { type Check, type Checked, fail, ok, type Patient, warn } from '../check.ts';

async function problemOf({ workspace }: Patient, name: string, id: string): Promise<Checked | null> {
  if (workspace === null) return null;
  const seen = await workspace.channel(id);
  if (seen.kind === 'missing') {
    return fail(
      'routine',
      `The ${name} channel ${id} cannot be seen (${seen.error}).`,
      `Invite the bot there, or correct channels.${name} in the policy.`,
    );
  }
  if (seen.isArchived)
    return fail('routine', `The ${name} channel ${id} is archived.`, `Choose another for channels.${name}.`);
  if (seen.isShared) {
    return fail(
      'routine',
      `The ${name} channel ${id} is shared with another organization.`,
      'Use a channel of this workspace only: everything posted there is seen outside.',
    );
  }
  if (!seen.isMember)
    return fail('routine', `The bot is not in the ${name} channel ${id}.`, 'Type /invite @countersign there.');
  return seen.isPrivate
    ? null
    : warn(`The ${name} channel ${id} is public.`, 'Make it private: plans name people, projects and reasons.');
}

export const channels: Check = {
  id: 'channels',
  title: 'Channels',
  run: async (patient) => {
    if (patient.policy.kind === 'problems') return warn('No policy names them yet.', 'Correct the policy first.');
    if (patient.workspace === null) return warn('Slack is not configured.', 'Set SLACK_BOT_TOKEN first.');
    const { approvals, audit, alerts } = patient.policy.policy.channels;
    const found = await Promise.all(
      Object.entries({ approvals, audit, alerts }).map(([name, id]) => problemOf(patient, name, id)),
    );
    const problems = found.filter((each) => each !== null);
    return problems.find((each) => each.state === 'fail') ?? problems[0] ?? ok('All there, private, not shared.');
  },
};

import type { Emulation } from '../emulation.ts';
import { isRecord } from '../record.ts';
import type { SeatOutcome } from '../seat.ts';
import { mintResponseUrl } from '../state/response-urls.ts';
import { mintTrigger } from '../state/triggers.ts';
import { answerMessage } from '../wire/answer-message.ts';
import { slashCommand } from '../wire/payloads/slash-command.ts';
import { admit, OK, refused } from './admit.ts';
import { escapeTyped } from './escape-typed.ts';

/** Types a slash command into a channel. The acknowledgement may carry a message, which only this person sees by default. */
export async function command(
  emulation: Emulation,
  userId: string,
  place: { channelId: string; text: string },
): Promise<SeatOutcome> {
  const admitted = admit(emulation, userId, 'app');
  if (!admitted.ok) return admitted;
  const { workspace } = emulation;
  const [name = '', ...rest] = place.text.trim().split(/(?<=^\S+)\s+/);
  if (!workspace.app.commands.includes(name)) return refused('invalid_command');
  const channel = workspace.channels.get(place.channelId);
  if (channel?.members.has(userId) !== true) return refused('not_in_channel');
  const origin = { userId, channelId: channel.id, messageTs: null };
  const payload = slashCommand(workspace, {
    person: admitted.person,
    channel,
    command: name,
    text: escapeTyped(workspace, rest.join(' '), 'command'),
    triggerId: mintTrigger(workspace, { userId }),
    responseUrl: `${workspace.baseUrl()}/response/${mintResponseUrl(workspace, origin)}`,
  });
  const delivered = await emulation.delivery.send({ kind: 'slash_commands', payload });
  if (!delivered.ok) return refused(delivered.failed);
  const { answer } = delivered;
  if (answer === null || answer === '') return OK;
  const answered = answerMessage(
    workspace,
    origin,
    isRecord(answer) ? answer : { text: typeof answer === 'string' ? answer : JSON.stringify(answer) },
  );
  return answered.ok ? OK : refused(answered.error);
}

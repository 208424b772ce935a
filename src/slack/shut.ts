import type { Caller } from '#workflow/use-cases.ts';
import type { Kit } from './kit.ts';
import { type Saying, sentence } from './views/saying.ts';

const sharedSaying = sentence(
  'This channel is shared with people outside of this workspace, so Countersign does nothing here.',
  'Not possible',
);
const unaskedSaying = sentence(
  'Slack could not be asked whether this channel is shared with another company, so nothing was done. Try again in a minute.',
  'Not possible',
);

/** Why nothing may be done in this channel just now, or null. Asks Slack, so whoever calls it has acknowledged before or races it. */
export async function shutSaying(kit: Kit, channelId: string, caller: Caller): Promise<Saying | null> {
  const sharing = await kit.places.sharing(channelId);
  if (sharing === 'ours' || sharing === 'unseen') return null;
  if (sharing === 'unknown') return unaskedSaying;
  await kit.useCases().heard({ of: 'shared-channel', channelId, caller });
  return sharedSaying;
}

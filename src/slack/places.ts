import { type Instant, minuteMs } from '#domain/instant.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { CallSlack } from './api/call-slack.ts';
import type { Mouth } from './api/mouth.ts';
import { isRecord } from './api/record.ts';

/**
 * With whom a channel is shared. `unseen`: a private conversation that the bot is not in, where it can only answer one person in private.
 * `unknown`: Slack could not be asked.
 */
export type Sharing = 'ours' | 'shared' | 'unseen' | 'unknown';

export interface Places {
  sharing(channelId: string): Promise<Sharing>;
  /** What is remembered of this channel no longer counts. */
  forget(channelId: string): void;
}

// Slack tells when a channel is shared; this is how long a lost event could go unnoticed.
const maxAgeMs = minuteMs;
/** Every channel in which somebody types a command within a minute, in the largest company. */
const maxChannels = 1000;

/** A conversation of two people or with the bot itself (`D…`) has a channel id and can be shared with nobody. */
const isDirect = (channelId: string): boolean => channelId.startsWith('D');

interface PlacesOptions {
  readonly call: CallSlack;
  readonly clock: Clock;
  /** Channels that other workspaces of the same organization may see. */
  readonly sharedInside: () => readonly string[];
}

async function askSharing({ call, sharedInside }: PlacesOptions, channelId: string): Promise<Sharing> {
  const answer = await call('conversations.info', { channel: channelId });
  if (!answer.ok) return ['channel_not_found', 'missing_scope'].includes(answer.error) ? 'unseen' : 'unknown';
  const { channel } = answer.data;
  if (!isRecord(channel) || channel['id'] !== channelId) return 'unknown';
  const is = (flag: string): boolean => channel[flag] === true;
  const isOutside = is('is_ext_shared') || is('is_pending_ext_shared');
  const isInside = is('is_org_shared');
  if (isOutside || (is('is_shared') && !isInside)) return 'shared';
  return isInside && !sharedInside().includes(channelId) ? 'shared' : 'ours';
}

/** Where the bot may work: in no channel that people of another company can see, whatever it was when it was set up. */
export function createPlaces(options: PlacesOptions): Places {
  const { clock } = options;
  const known = new Map<string, { readonly at: Instant; readonly sharing: Sharing }>();
  return {
    async sharing(channelId) {
      if (isDirect(channelId)) return 'ours';
      const at = clock.now();
      const seen = known.get(channelId);
      if (seen !== undefined && at - seen.at < maxAgeMs) return seen.sharing;
      const sharing = await askSharing(options, channelId);
      known.delete(channelId);
      if (sharing !== 'unknown') known.set(channelId, { at, sharing });
      const [oldest] = known.keys();
      if (known.size > maxChannels && oldest !== undefined) known.delete(oldest);
      return sharing;
    },
    forget: (channelId) => void known.delete(channelId),
  };
}

const isChannel = (id: string): boolean => /^[CG]/.test(id);

/** A mouth that says nothing that stays in a shared channel. Nothing is lost: what was to be said is kept and tried again. */
export function discreetMouth(mouth: Mouth, places: Places): Mouth {
  const unless = async (channelId: string, say: () => ReturnType<Mouth['post']>): ReturnType<Mouth['post']> =>
    isChannel(channelId) && (await places.sharing(channelId)) === 'shared'
      ? { ok: false, error: 'channel_shared', retryAfterMs: 0 }
      : say();
  return {
    ...mouth,
    post: (to, message, about) => unless(to.channel, () => mouth.post(to, message, about)),
    update: (at, message, about) => unless(at.channel, () => mouth.update(at, message, about)),
  };
}

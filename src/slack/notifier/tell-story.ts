import type { Delivered } from '#workflow/ports/mailer.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { AuditReader } from '#workflow/ports/audit.ts';
import type { MessagePlace } from '#workflow/ports/messages.ts';
import { drawStory, drawStorySteps } from '../blocks/story.ts';
import { storyKey } from '#workflow/ports/messages.ts';
import { gapMs } from './pace.ts';
import { type Pen, post } from './post.ts';
import { storySteps } from './story-steps.ts';

/** Stories of which the first message stands and the thread is still to come; a second apart, so never many. */
const maxUnfinished = 200;

/**
 * Tells the audit channel how a request ended, in two messages: the story, and a second later its calls in the thread. Between the
 * two the row stays in the outbox; a restart just there tells the story once more, which harms nobody.
 */
export function createStoryTeller(options: { pen: Pen; audit: AuditReader }) {
  const { pen, audit } = options;
  const begun = new Map<string, MessagePlace>();

  const first = async (channel: string, picture: RequestPicture, hasThread: boolean): Promise<Delivered> => {
    const { id } = picture.record.terms;
    const told = await post(
      pen,
      { channel },
      { message: drawStory(picture), about: { request: id }, key: storyKey(id) },
    );
    if (!hasThread || told.kind !== 'sent' || told.remember === null) return told;
    begun.set(id, told.remember.place);
    const [oldest] = begun.keys();
    if (begun.size > maxUnfinished && oldest !== undefined) begun.delete(oldest);
    return { kind: 'busy', afterMs: gapMs };
  };

  return async (channel: string, picture: RequestPicture): Promise<Delivered> => {
    const { id, plan } = picture.record.terms;
    const steps = drawStorySteps(storySteps(plan, await audit.entriesOf(id)));
    const place = begun.get(id);
    if (place === undefined || steps === null) return first(channel, picture, steps !== null);
    const told = await post(
      pen,
      { channel: place.channelId, threadTs: place.ts },
      { message: steps, about: { request: id }, key: null },
    );
    if (told.kind !== 'sent') return told;
    begun.delete(id);
    return { kind: 'sent', remember: { key: storyKey(id), place } };
  };
}

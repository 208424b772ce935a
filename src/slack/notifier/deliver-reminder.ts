import { z } from 'zod';
import { isRequestId, requestId } from '#domain/ids.ts';
import type { Delivered } from '#workflow/ports/mailer.ts';
import type { OutboxRow } from '#workflow/ports/outbox.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import { becauses, drawReminder } from '../blocks/reminder-dm.ts';
import type { Pointers } from '../ids.ts';
import { keepUpToDate, type Pen } from './post.ts';

const ofReminder = z.object({
  requestId: z.string().refine(isRequestId),
  channel: z.string(),
  because: z.enum(becauses),
});

interface Reminding {
  readonly pen: Pen;
  readonly pointers: Pointers;
  readonly useCases: () => UseCases;
}

/** The message that asks one person for a decision; once nobody has to decide any more it says so, where it stands. */
export async function deliverReminder(
  { pen, pointers, useCases }: Reminding,
  { key, payload }: OutboxRow,
): Promise<Delivered> {
  const parsed = ofReminder.safeParse(payload);
  const picture = parsed.success ? await useCases().picture(requestId(parsed.data.requestId)) : null;
  if (!parsed.success || picture === null) {
    return { kind: 'failed', why: 'The row names nothing that can be drawn', canRetry: false };
  }
  const { channel, because } = parsed.data;
  const { state, terms } = picture.record;
  // Decided before they were told.
  if (state !== 'pending' && (await pen.messages.place(key)) === null) return { kind: 'sent', remember: null };
  const letter = { message: drawReminder(pointers, picture, because), about: { request: terms.id }, key };
  return keepUpToDate(pen, { channel }, letter);
}

import { z } from 'zod';
import type { Caller } from '#workflow/use-cases.ts';
import type { Ack } from './handler.ts';
import { callerOf } from './identity.ts';
import type { Kit } from './kit.ts';
import { tell } from './stage.ts';
import { sentence } from './views/saying.ts';

const shape = z.object({
  user: z.object({ id: z.string(), team_id: z.string().nullish() }).optional(),
  user_id: z.string().optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().nullish(),
});

interface UnknownDelivery {
  readonly caller: Caller;
  readonly triggerId: string;
  readonly responseUrl: string | null;
}

const unknownSaying = sentence(
  'This button or command is not known to this version of Countersign. Nothing was done.',
  'Unknown',
);

export function readUnknown(body: unknown): UnknownDelivery | null {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return null;
  const { user, user_id: typedBy, trigger_id: triggerId, response_url: responseUrl } = parsed.data;
  const id = user?.id ?? typedBy;
  if (id === undefined) return null;
  return {
    caller: callerOf({ id, team_id: user?.team_id }, 'button', null),
    triggerId: triggerId ?? '',
    responseUrl: responseUrl ?? null,
  };
}

/** For what nobody listens to: a button of an older version, a command of another name. Answered, and nothing else. */
export async function handleUnknown(kit: Kit, delivery: UnknownDelivery, ack: Ack): Promise<void> {
  await ack();
  await tell(kit, { ...delivery, modalId: null }, unknownSaying);
}

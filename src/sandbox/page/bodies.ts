import { z } from 'zod';

/** What the browser may send. Lengths are Slack's own where Slack has one; the rest only keeps nonsense out. */

const id = z.string().min(1).max(64);
const blockId = z.string().min(1).max(255);
const text = z.string().min(1).max(12_000);

const element = z.looseObject({ type: z.string().max(64) });
const state = z.record(blockId, z.record(blockId, element));

const place = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('message'), channelId: id, ts: id }),
  z.strictObject({ in: z.literal('view'), viewId: id }),
]);

export const commandBody = z.strictObject({ person: id, channelId: id, text });

export const sayBody = z.strictObject({ person: id, channelId: id, text, threadTs: id.exactOptional() });

export const clickBody = z.strictObject({
  person: id,
  click: z.strictObject({
    place,
    blockId,
    actionId: blockId,
    choice: z.strictObject({ value: z.string().max(3000), label: z.string().max(3000) }).exactOptional(),
    state: state.exactOptional(),
  }),
});

export const optionsBody = z.strictObject({
  person: id,
  ask: z.strictObject({ place, blockId, actionId: blockId, query: z.string().max(255) }),
});

export const submitBody = z.strictObject({ person: id, viewId: id, state });

export const personBody = z.strictObject({ person: id });

export const shortcutBody = z.strictObject({ person: id, callbackId: z.string().min(1).max(255) });

/** At most a year: enough for any lease, and a typing slip cannot run the schedule for a century. */
export const advanceBody = z.strictObject({
  byMs: z
    .int()
    .positive()
    .max(366 * 86_400_000),
});

import type { Emulation } from '../emulation.ts';
import { type JsonRecord, textAt } from '../record.ts';
import type { Delivered, Retry } from './delivery.ts';
import { eventCallback } from './payloads/event.ts';

/**
 * Sends an event if the app subscribed to its type. Resolves when it was acknowledged or not; in the second case it is
 * sent again later, as often as `behaviour.eventRetryDelaysMs` is long, with the same event_id.
 */
export async function emitEvent(emulation: Emulation, event: JsonRecord): Promise<void> {
  const { workspace } = emulation;
  if (!workspace.app.events.includes(subscriptionOf(event))) return;
  const payload = eventCallback(workspace, event);
  scheduleRetry(emulation, {
    payload,
    number: 1,
    last: await emulation.delivery.send({ kind: 'events_api', payload, retry: null }),
  });
}

/** Message events are subscribed to by the kind of conversation, e.g. message.im. */
function subscriptionOf(event: JsonRecord): string {
  const type = textAt(event, 'type') ?? '';
  const channelType = textAt(event, 'channel_type');
  return channelType === null ? type : `${type}.${channelType}`;
}

function scheduleRetry(emulation: Emulation, attempt: { payload: JsonRecord; number: number; last: Delivered }): void {
  const delayMs = emulation.behaviour.eventRetryDelaysMs[attempt.number - 1];
  if (attempt.last.ok || delayMs === undefined) return;
  const reason: Retry['reason'] = attempt.last.failed === 'operation_timeout' ? 'http_timeout' : 'http_error';
  const timer = setTimeout(() => {
    emulation.retryTimers.delete(timer);
    void sendAgain(emulation, { payload: attempt.payload, retry: { number: attempt.number, reason } });
  }, delayMs);
  emulation.retryTimers.add(timer);
}

async function sendAgain(emulation: Emulation, again: { payload: JsonRecord; retry: Retry }): Promise<void> {
  const last = await emulation.delivery.send({ kind: 'events_api', payload: again.payload, retry: again.retry });
  scheduleRetry(emulation, { payload: again.payload, number: again.retry.number + 1, last });
}

import { personId } from '#domain/ids.ts';
import { secondMs } from '#domain/instant.ts';
import { orderName } from '#domain/order-name.ts';
import type { SlackFace } from '#slack/slack-face.ts';
import type { Sample } from '#web/metrics.ts';
import type { House } from '#workflow/house.ts';
import { statusOf } from '#workflow/status.ts';

/** Of each standing order that was not ended: how often it covered something, and how often it did not although its rule describes it. */
async function ordersOf(house: House): Promise<readonly Sample[]> {
  const { orders } = house.store.read;
  const samples = (await orders.active()).map(async ({ id }): Promise<readonly Sample[]> => {
    const order = orderName(id);
    const { total } = await orders.countUses(id, {
      person: personId(''),
      requestId: null,
      since: { own: 0, lately: 0 },
    });
    const refused = await orders.refusals(id);
    return [
      { name: 'orders_used', help: 'Requests a standing order covered.', value: total, labels: { order } },
      ...refused.map(({ code, times }): Sample => ({
        name: 'orders_refused',
        help: 'Requests it did not cover although its rule describes them.',
        value: times,
        labels: { order, code },
      })),
    ];
  });
  return (await Promise.all(samples)).flat();
}

/** Everything a collector may want to know of the running bot: limits, queues, ages and refusals. Nothing of people. */
export async function metricsOf(house: House, slack: SlackFace): Promise<readonly Sample[]> {
  const status = await statusOf(house, house.store.read.requests);
  const now = house.clock.now();
  const seconds = (at: number | null): number => (at === null ? 0 : Math.max(0, (now - at) / secondMs));
  const pace = status.pacing.flatMap(({ endpoint, perMinute, tokens, waiting, lastThrottledAt }): Sample[] => [
    { name: 'openai_calls_per_minute', help: 'Pace of an endpoint.', value: perMinute, labels: { endpoint } },
    { name: 'openai_calls_left', help: 'Calls an endpoint takes at once.', value: tokens, labels: { endpoint } },
    { name: 'openai_calls_waiting', help: 'Calls that wait for their turn.', value: waiting, labels: { endpoint } },
    {
      name: 'openai_throttled_seconds_ago',
      help: 'Since the last 429; 0 if never.',
      value: seconds(lastThrottledAt),
      labels: { endpoint },
    },
  ]);
  const orders = await ordersOf(house);
  const oldestList = status.lists.length === 0 ? null : Math.min(...status.lists.map((list) => list.asOf));
  const { connected, refused } = slack.health();
  return [
    ...pace,
    ...orders,
    { name: 'requests_open', help: 'Requests that have not ended.', value: status.open, labels: {} },
    { name: 'outbox_waiting', help: 'Messages to Slack under way.', value: status.outbox.waiting, labels: {} },
    { name: 'freezes_active', help: 'What is frozen.', value: status.frozen.length, labels: {} },
    { name: 'debts_open', help: 'What waits for a review.', value: status.debts.length, labels: {} },
    {
      name: 'outbox_oldest_seconds',
      help: 'Age of the oldest of them.',
      value: seconds(status.outbox.oldest),
      labels: {},
    },
    {
      name: 'mirror_oldest_seconds',
      help: 'Age of the oldest list of OpenAI.',
      value: seconds(oldestList),
      labels: {},
    },
    { name: 'slack_connected', help: '1 while Slack reaches the bot.', value: connected ? 1 : 0, labels: {} },
    ...Object.entries(refused).map(([cause, count]): Sample => ({
      name: 'slack_refused',
      help: 'Deliveries refused before any handler ran.',
      value: count,
      labels: { cause },
    })),
  ];
}

import type { JsonObject } from '#domain/json.ts';
import { formatCents } from '#domain/money.ts';
import { type Refusal } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import type { SpendAlert } from '../objects/spend-alert.ts';
import type { View, ViewAction } from '../view.ts';
import { type KnownAlert, type KnownAlerts, refuseGone } from './alert-state.ts';
import type { Place } from './place.ts';

const inputOf = (place: Place, { id, amountCents }: SpendAlert): JsonObject => ({
  ...place.input,
  alert: { id, name: formatCents(amountCents) },
});

function changeActions(place: Place, alert: SpendAlert): readonly ViewAction[] {
  const input = inputOf(place, alert);
  return [
    { label: 'Change', operation: place.update, input, style: 'plain' },
    { label: 'Delete', operation: place.remove, input, style: 'danger' },
  ];
}

const isReached = (alert: SpendAlert, spentCents: number): string => (spentCents >= alert.amountCents ? 'yes' : 'no');

export function viewAlerts(place: Place, { alerts, spentCents }: KnownAlerts): View {
  return {
    title: `Spend alerts of ${place.name}`,
    parts: [
      {
        part: 'rows',
        columns: ['Amount a month', 'Reached', 'E-mail to', 'Subject begins with', 'Id'],
        rows: alerts.map((alert) => ({
          cells: [
            formatCents(alert.amountCents),
            isReached(alert, spentCents),
            alert.recipients.join(', '),
            alert.subject ?? '',
            alert.id,
          ],
          actions: [
            { label: 'Show', operation: place.show, input: inputOf(place, alert), style: 'plain' },
            ...changeActions(place, alert),
          ],
        })),
        empty: `Nobody is told what ${place.name} spends.`,
      },
      {
        part: 'note',
        text: `${formatCents(spentCents)} spent this month. An alert sends an e-mail and stops nothing.`,
      },
      {
        part: 'actions',
        actions: [{ label: 'Add an alert', operation: place.create, input: place.input, style: 'plain' }],
      },
    ],
  };
}

export function viewAlert(place: Place, ref: ThingRef, { alert, spentCents }: KnownAlert): View | Refusal {
  if (alert === null) return refuseGone(place.show, ref);
  return {
    title: `Spend alert of ${place.name}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Amount a month', value: formatCents(alert.amountCents) },
          { label: 'Spent this month', value: formatCents(spentCents) },
          { label: 'Reached', value: isReached(alert, spentCents) },
          { label: 'E-mail to', value: alert.recipients.join(', ') },
          { label: 'Subject begins with', value: alert.subject ?? 'as OpenAI writes it' },
          { label: 'Id', value: alert.id },
        ],
      },
      { part: 'actions', actions: changeActions(place, alert) },
    ],
  };
}

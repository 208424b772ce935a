import { z } from 'zod';

import { type Endpoint, type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { inOrder, orderedPageQuery, pageOf } from '../http/page.ts';
import { notFound } from '../http/problem.ts';
import { queryField } from '../http/query.ts';
import { mintId } from '../identifier.ts';
import type { Organization } from '../organization.ts';
import { type Place, locateOpenPlace, locatePlace } from '../place.ts';
import type { SpendAlert } from '../records/project-settings.ts';
import { bodyField } from './body-field.ts';

/** An update is a replacement: it takes everything that a creation takes. */
const body = {
  threshold_amount: z.int().min(0),
  currency: bodyField.currency,
  interval: bodyField.interval,
  notification_channel: z.strictObject({
    type: z.literal('email'),
    recipients: z.array(z.string().regex(/^[^\s@]+@[^\s@]+$/)),
    subject_prefix: z.string().nullish(),
  }),
} as const;

type Wish = z.output<z.ZodObject<typeof body>>;

/** Amounts are whole US cents, and alerts never block anything. The audit log has no event for them. OpenAI API reference, 2026-11. */
export const spendAlertEndpoints: readonly Endpoint[] = [
  ...alertsOf('/organization'),
  ...alertsOf('/organization/projects/{project_id}'),
];

function alertsOf(base: '/organization' | '/organization/projects/{project_id}'): readonly Endpoint[] {
  const [all, one] = [`${base}/spend_alerts`, `${base}/spend_alerts/{alert_id}`] as const;
  const query = { ...orderedPageQuery('asc', { least: 0, most: 100, fallback: 20 }), before: queryField.text };
  return [
    get(all, query, ({ organization, params, query }) => {
      const place = locatePlace(organization, params);
      const alerts = [...organization.spendAlerts.values()].filter(({ placeId }) => placeId === place.id);
      const rows = inOrder(alerts, query.order, (alert) => alert.createdAtSec);
      return pageOf(rows, query, (alert) => showAlert(place, alert));
    }),

    post(all, body, ({ organization, params, body, nowSec }) => {
      const place = locateOpenPlace(organization, params);
      const alert = alertFrom(body, { id: mintId('alert_'), placeId: place.id, createdAtSec: nowSec });
      organization.spendAlerts.set(alert.id, alert);
      return showAlert(place, alert);
    }),

    get(one, {}, ({ organization, params }) => {
      const place = locatePlace(organization, params);
      return showAlert(place, locateAlert(organization, place, params.alert_id));
    }),

    post(one, body, ({ organization, params, body }) => {
      const place = locateOpenPlace(organization, params);
      const changed = alertFrom(body, locateAlert(organization, place, params.alert_id));
      organization.spendAlerts.set(changed.id, changed);
      return showAlert(place, changed);
    }),

    remove(one, ({ organization, params }) => {
      const place = locateOpenPlace(organization, params);
      const { id } = locateAlert(organization, place, params.alert_id);
      organization.spendAlerts.delete(id);
      return { object: `${place.kind}.spend_alert.deleted`, id, deleted: true };
    }),
  ];
}

function alertFrom(wish: Wish, known: Pick<SpendAlert, 'id' | 'placeId' | 'createdAtSec'>): SpendAlert {
  return {
    id: known.id,
    placeId: known.placeId,
    createdAtSec: known.createdAtSec,
    thresholdCents: wish.threshold_amount,
    recipients: wish.notification_channel.recipients,
    subjectPrefix: wish.notification_channel.subject_prefix ?? null,
  };
}

function locateAlert(organization: Organization, place: Place, alertId: string): SpendAlert {
  const alert = organization.spendAlerts.get(alertId);
  if (alert?.placeId !== place.id) throw notFound('Spend alert', alertId, 'alert_id');
  return alert;
}

function showAlert(place: Place, alert: SpendAlert): JsonObject {
  return {
    id: alert.id,
    object: `${place.kind}.spend_alert`,
    threshold_amount: alert.thresholdCents,
    currency: 'USD',
    interval: 'month',
    notification_channel: { type: 'email', recipients: alert.recipients, subject_prefix: alert.subjectPrefix },
  };
}

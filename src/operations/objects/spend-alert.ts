import { z } from 'zod';
import type { JsonObject } from '#domain/json.ts';
import { formatCents } from '#domain/money.ts';
import { oneLine } from '#domain/printable.ts';

/** `ProjectSpendAlert` and its organization twin (OpenAI API reference, 2026-11): US cents a calendar month, told by e-mail only. */
export const spendAlertWire = z.looseObject({
  id: z.string(),
  threshold_amount: z.int(),
  notification_channel: z.looseObject({
    recipients: z.array(z.string()),
    subject_prefix: z.string().nullish(),
  }),
});

export const spendAlertSchema = z.object({
  id: z.string(),
  amountCents: z.int(),
  /** Sorted, so that an answer in another order is no difference. */
  recipients: z.array(z.string()),
  subject: z.string().nullable(),
});
export type SpendAlert = z.infer<typeof spendAlertSchema>;

/** An alert without its id: all that can be said about one. */
export type AlertWish = Omit<SpendAlert, 'id'>;

export function keepSpendAlert(answer: unknown): SpendAlert {
  const alert = spendAlertWire.parse(answer);
  const { recipients, subject_prefix: subject } = alert.notification_channel;
  return {
    id: alert.id,
    amountCents: alert.threshold_amount,
    recipients: recipients.map((recipient) => oneLine(recipient, 320)).toSorted(),
    subject: oneLine(subject ?? '') || null,
  };
}

export function keepSpendAlerts(answer: unknown): SpendAlert[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepSpendAlert);
}

/** The whole of an alert as the vendor takes it, at creation and, as a replacement, at every change (OpenAI API reference, 2026-11). */
export function alertOnWire({ amountCents, recipients, subject }: AlertWish): JsonObject {
  return {
    threshold_amount: amountCents,
    currency: 'USD',
    interval: 'month',
    notification_channel: { type: 'email', recipients: [...recipients], subject_prefix: subject },
  };
}

/** `at $600 a month, to bea@acme.example, headed “[search-dev]”`. */
export function sayAlert({ amountCents, recipients, subject }: AlertWish): string {
  const headed = subject === null ? '' : `, headed “${subject}”`;
  return `at ${formatCents(amountCents)} a month, to ${recipients.join(', ')}${headed}`;
}

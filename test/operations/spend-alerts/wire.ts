/** `ProjectSpendAlert`: at $600, to Bea. */
export const alertOnWire = (
  more: Readonly<Record<string, unknown>> = {},
  channel: Readonly<Record<string, unknown>> = {},
) => ({
  id: 'alert_1',
  object: 'project.spend_alert',
  threshold_amount: 60_000,
  currency: 'USD',
  interval: 'month',
  notification_channel: {
    type: 'email',
    recipients: ['bea@acme.example'],
    subject_prefix: '[search-dev]',
    ...channel,
  },
  ...more,
});

/** An event of half past eleven; what was done stands under its type. */
export const eventOnWire = (type: string, payload: object, more: Readonly<Record<string, unknown>> = {}) => ({
  id: `audit_log-${type}`,
  type,
  effective_at: Date.parse('2026-11-23T11:30:00Z') / 1000,
  actor: {
    type: 'session',
    session: { user: { id: 'user_erin', email: 'erin@acme.example' }, ip_address: '192.0.2.10' },
  },
  [type]: payload,
  ...more,
});

export const byKey = (owner: object) => ({ actor: { type: 'api_key', api_key: { id: 'key_bot', ...owner } } });

/** Answers of the vendor, written by hand as its reference shows them: times in seconds, more fields than we read. */

const seconds = (iso: string): number => Date.parse(iso) / 1000;

export function projectOnWire(more: Readonly<Record<string, unknown>> = {}) {
  return {
    object: 'organization.project',
    id: 'proj_search_dev',
    name: 'search-dev',
    created_at: seconds('2025-10-09T12:00:00Z'),
    archived_at: null,
    status: 'active',
    ...more,
  };
}

const erin = { id: 'user_erin', object: 'organization.user', name: 'Erin Vale', email: 'erin@acme.example' };

/** Erin's own key, used two hours before noon. */
export function userKeyOnWire(more: Readonly<Record<string, unknown>> = {}) {
  return {
    object: 'organization.project.api_key',
    id: 'key_erin',
    name: 'erin laptop',
    redacted_value: 'sk-proj-abc...wxyz',
    created_at: seconds('2026-04-27T12:00:00Z'),
    last_used_at: seconds('2026-11-23T10:00:00Z'),
    expires_at: null,
    owner: { type: 'user', user: erin },
    ...more,
  };
}

/** A key of the service account `user_svc`. */
export function accountKeyOnWire(more: Readonly<Record<string, unknown>> = {}) {
  return userKeyOnWire({
    id: 'key_svc',
    name: 'nightly-eval',
    redacted_value: 'sk-svcacct-ab...yz',
    last_used_at: null,
    expires_at: seconds('2026-12-23T12:00:00Z'),
    owner: { type: 'service_account', service_account: { id: 'user_svc', name: 'evaluator', role: 'member' } },
    ...more,
  });
}

export const listOnWire = (...data: readonly unknown[]) => ({ object: 'list', data, has_more: false });

export const memberOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...erin,
  object: 'organization.project.user',
  role: 'member',
  added_at: seconds('2025-10-19T12:00:00Z'),
  ...more,
});

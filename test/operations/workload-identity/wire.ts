const madeAt = Date.parse('2026-11-15T12:00:00Z') / 1000;

export const notebooks = { id: 'wip_notebooks', name: 'notebooks' };
export const forecasts = { id: 'wifr_forecasts', name: 'forecasts' };
export const account = { id: 'user_svc', name: 'notebooks-account' };

export const providerOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...notebooks,
  object: 'organization.workload_identity_provider',
  type: 'oidc',
  description: null,
  issuer: 'https://id.acme.example',
  audience: 'https://api.openai.com/v1',
  attribute_transformations: [{ attribute: 'openai.notebook', expression: 'assertion.notebook' }],
  verification: { type: 'discovery', discovery_url: null },
  enabled: true,
  created_at: madeAt,
  updated_at: madeAt,
  ...more,
});

export const ruleOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...forecasts,
  object: 'organization.workload_identity_federation_rule',
  workload_identity_provider_id: notebooks.id,
  project_id: 'proj_search_dev',
  service_account_id: account.id,
  description: null,
  attribute_matchers: { notebook: 'forecast', protected: true },
  permissions: { type: 'restricted', scopes: ['api.model.request'] },
  enabled: true,
  created_at: madeAt,
  updated_at: madeAt,
  ...more,
});

export const accountOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  ...account,
  object: 'organization.project.service_account',
  role: 'member',
  created_at: madeAt,
  ...more,
});

/** A public key as an issuer publishes it. */
export const publicKeys = { keys: [{ kid: 'one', kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'BBBB' }] };

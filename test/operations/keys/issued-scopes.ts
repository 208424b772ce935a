import type { IssuedScopes } from '#operations/memory.ts';

/** Our memory of the key `key_svc`, issued for model requests. */
export const issuedScopes = (more: Partial<IssuedScopes> = {}): IssuedScopes => ({
  keyId: 'key_svc',
  scopes: ['api.model.read', 'api.model.request', 'api.responses.write'],
  isPaused: false,
  requestId: 'R01JDC8Q5TZ7M4XW9YHN2BKVPG0',
  ...more,
});

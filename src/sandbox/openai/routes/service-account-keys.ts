import { post } from '../http/endpoint.ts';
import { issueKey } from '../issue-key.ts';
import { locateServiceAccount } from '../locate.ts';
import { bodyField } from './body-field.ts';
import { DEFAULT_KEY_NAME } from './service-accounts.ts';

/** A further key for an existing account; every field may be left out. OpenAI API reference, 2026-11. */
export const serviceAccountKeyEndpoints = [
  post(
    '/organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys',
    {
      name: bodyField.name.optional(),
      scopes: bodyField.scopes.optional(),
      expires_in_seconds: bodyField.lifetimeSec.nullish(),
    },
    ({ organization, params, body, nowSec, record }) => {
      const account = locateServiceAccount(organization, params);
      const scopes = body.scopes ?? [];
      const key = issueKey(organization, account, {
        name: body.name ?? DEFAULT_KEY_NAME,
        scopes,
        lifetimeSec: body.expires_in_seconds ?? null,
        nowSec,
      });
      record('api_key.created', { id: key.id, data: { scopes } });
      return key.shownOnce;
    },
  ),
];

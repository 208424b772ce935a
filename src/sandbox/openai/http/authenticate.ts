import type { AdminKey, Organization } from '../organization.ts';
import { sha256 } from '../secret-value.ts';
import { ApiProblem } from './problem.ts';

/**
 * The admin key that a call was made with. Throws 401 for no key, an unknown key or an expired one, and 403 for a project's
 * key, which never opens the administration API.
 */
export function authenticate(organization: Organization, authorization: string | undefined, nowSec: number): AdminKey {
  const value = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (value === undefined) {
    throw unauthorized("You didn't provide an API key. Send it as 'Authorization: Bearer <key>'.", null);
  }
  const hash = sha256(value);
  const admin = [...organization.adminKeys.values()].find((key) => key.sha256 === hash);
  if (admin === undefined) {
    const isProjectKey = [...organization.projectKeys.values()].some((key) => key.sha256 === hash);
    throw isProjectKey ? missingScope('api.management.read') : incorrectKey(value);
  }
  if (admin.expiresAtSec !== null && admin.expiresAtSec <= nowSec) {
    throw unauthorized('Your API key has expired.', 'invalid_api_key');
  }
  return admin;
}

/** 403 for a key that may not do this. */
export function missingScope(scope: string): ApiProblem {
  const message = `You have insufficient permissions for this operation. Missing scopes: ${scope}.`;
  return new ApiProblem({ status: 403, message });
}

function incorrectKey(value: string): ApiProblem {
  // At most the public prefix and three characters come back, and nothing at all of a short value.
  const shown = value.length > 20 ? (/^(?:sk-[a-z]+-)?.{0,3}/.exec(value)?.[0] ?? '') : '';
  return unauthorized(`Incorrect API key provided: ${shown}***.`, 'invalid_api_key');
}

function unauthorized(message: string, code: string | null): ApiProblem {
  return new ApiProblem({ status: 401, message, ...(code === null ? {} : { code }) });
}

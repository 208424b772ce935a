import { badRequest } from './http/problem.ts';
import type { Organization } from './organization.ts';

/** Throws 400 unless OpenAI has enrolled the organization in managing its own encryption keys. */
export function refuseUnenrolled(organization: Organization, param?: string): void {
  if (organization.hasExternalKeyManagement) return;
  const message = 'This organization is not enrolled in external key management.';
  throw badRequest(message, param === undefined ? {} : { param });
}

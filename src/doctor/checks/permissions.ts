import { Fault } from '#domain/fault.ts';
import { type Call, call } from '#operations/call.ts';
import type { Vendor } from '#workflow/ports/vendor.ts';
import { type Check, fail, ok, warn } from '../check.ts';

/** One harmless read for each part of the organization that an admin key may be kept from. */
const reads: Readonly<Record<string, Call>> = {
  projects: call('GET /organization/projects', { query: { limit: 1 } }),
  people: call('GET /organization/users', { query: { limit: 1 } }),
  invites: call('GET /organization/invites', { query: { limit: 1 } }),
  groups: call('GET /organization/groups', { query: { limit: 1 } }),
  roles: call('GET /organization/roles', { query: { limit: 1 } }),
  certificates: call('GET /organization/certificates', { query: { limit: 1 } }),
  'external keys': call('GET /organization/external_keys', { query: { limit: 1 } }),
};

async function isAllowed(vendor: Vendor, request: Call): Promise<boolean> {
  try {
    const context = { priority: 'click', cause: 'person:doctor' } as const;
    await vendor.read(request, { pages: 'one', absent: 'null', context });
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'openai.forbidden') return false;
    if (error instanceof Fault) return true;
    throw error;
  }
}

export const permissions: Check = {
  id: 'permissions',
  title: 'What the admin key may read',
  run: async ({ vendor }) => {
    if (vendor === null) return warn('OpenAI is not configured.', 'Set OPENAI_ADMIN_KEY first.');
    const asked = await Promise.all(
      Object.entries(reads).map(async ([name, request]) => ({ name, allowed: await isAllowed(vendor, request) })),
    );
    const refused = asked.filter(({ allowed }) => !allowed).map(({ name }) => name);
    if (refused.length === asked.length)
      return fail('reads', 'The key may read nothing.', 'Use an unrestricted admin key.');
    if (refused.length > 0)
      return warn(
        `The key may not read: ${refused.join(', ')}.`,
        'Operations on these will fail; give the key all permissions, or switch them off in the policy.',
      );
    return ok(`Everything: ${asked.map(({ name }) => name).join(', ')}.`);
  },
};

import { z } from 'zod';

import { type JsonObject, get, post } from '../http/endpoint.ts';
import { locateActiveProject, locateProject } from '../locate.ts';
import type { ServiceTiers } from '../records/project-settings.ts';
import { requireOne } from './require-one.ts';

const UNCHANGED: ServiceTiers = { standard: 'standard', enabled: 'all' };

/** `all` means future tiers too, an empty list the standard one alone. OpenAI API reference, 2026-11. */
export const serviceTierEndpoints = [
  get('/organization/projects/{project_id}/service_tier_settings', {}, ({ organization, params }) => {
    const project = locateProject(organization, params.project_id);
    return showTiers(organization.serviceTiers.get(project.id) ?? UNCHANGED);
  }),

  post(
    '/organization/projects/{project_id}/service_tier_settings',
    {
      default: z.enum(['standard', 'fast', 'scale']).optional(),
      enabled_tiers: z.union([z.literal('all'), z.array(z.enum(['flex', 'fast', 'ultrafast']))]).optional(),
    },
    ({ organization, params, body }) => {
      requireOne(body, ['default', 'enabled_tiers']);
      const project = locateActiveProject(organization, params.project_id);
      const before = organization.serviceTiers.get(project.id) ?? UNCHANGED;
      const tiers: ServiceTiers = {
        standard: body.default ?? before.standard,
        enabled: body.enabled_tiers ?? before.enabled,
      };
      organization.serviceTiers.set(project.id, tiers);
      return showTiers(tiers);
    },
  ),
];

function showTiers({ standard, enabled }: ServiceTiers): JsonObject {
  return { object: 'project.service_tier_settings', default: standard, enabled_tiers: enabled };
}

import { z } from 'zod';

import { type Desk, type Endpoint, type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { ApiProblem } from '../http/problem.ts';
import { type Place, locateOpenPlace, locatePlace } from '../place.ts';
import { monthToDateCents } from '../usage/month-spend.ts';
import { bodyField } from './body-field.ts';

/**
 * At most one limit for the organization and for each project, in whole US cents. Without one GET is 404 (seen in 2026).
 * The audit log has no event for it. OpenAI API reference, 2026-11, for the rest.
 */
export const spendLimitEndpoints: readonly Endpoint[] = [
  ...limitOf('/organization'),
  ...limitOf('/organization/projects/{project_id}'),
];

function limitOf(base: '/organization' | '/organization/projects/{project_id}'): readonly Endpoint[] {
  const path = `${base}/spend_limit` as const;
  return [
    get(path, {}, ({ params, ...desk }) => {
      const place = locatePlace(desk.organization, params);
      return showLimit(desk, place, locateLimit(desk, place));
    }),

    post(
      path,
      { threshold_amount: z.int().min(1), currency: bodyField.currency, interval: bodyField.interval },
      ({ params, body, ...desk }) => {
        const place = locateOpenPlace(desk.organization, params);
        desk.organization.spendLimits.set(place.id, body.threshold_amount);
        return showLimit(desk, place, body.threshold_amount);
      },
    ),

    remove(path, ({ params, ...desk }) => {
      const place = locateOpenPlace(desk.organization, params);
      locateLimit(desk, place);
      desk.organization.spendLimits.delete(place.id);
      return { object: `${place.kind}.spend_limit.deleted`, deleted: true };
    }),
  ];
}

function locateLimit({ organization }: Desk, place: Place): number {
  const limitCents = organization.spendLimits.get(place.id);
  if (limitCents !== undefined) return limitCents;
  throw new ApiProblem({ status: 404, message: `No spend limit is set for ${place.id}.`, code: 'not_found' });
}

/** The month's spend is known late, so a limit also starts and stops enforcing late. */
function showLimit({ organization, behaviour, nowSec }: Desk, place: Place, limitCents: number): JsonObject {
  const untilSec = nowSec - Math.ceil(behaviour.costDelayMs / 1000);
  const spentCents = monthToDateCents(organization, place, untilSec);
  return {
    object: `${place.kind}.spend_limit`,
    threshold_amount: limitCents,
    currency: 'USD',
    interval: 'month',
    enforcement: { status: spentCents >= limitCents ? 'enforcing' : 'inactive' },
  };
}

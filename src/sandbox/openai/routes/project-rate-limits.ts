import { type JsonObject, get, post } from '../http/endpoint.ts';
import { pageOf } from '../http/page.ts';
import { ApiProblem, badRequest, notFound } from '../http/problem.ts';
import { limitField, queryField } from '../http/query.ts';
import { locateActiveProject } from '../locate.ts';
import { models } from '../model-list.ts';
import { isModelAllowed } from '../model-permission.ts';
import type { Organization } from '../organization.ts';
import { RATE_LIMIT_FIELDS, type RateLimits } from '../records/project-settings.ts';
import { bodyField } from './body-field.ts';
import { requireOne } from './require-one.ts';

interface RateLimitRow {
  readonly id: string;
  readonly model: string;
  readonly limits: RateLimits;
}

/**
 * One row a model that the project may use; there is no create, no delete and no way back to a default. A project is at most
 * as fast as the organization. OpenAI API reference, 2026-11, which states no largest page.
 */
export const projectRateLimitEndpoints = [
  get(
    '/organization/projects/{project_id}/rate_limits',
    {
      after: queryField.text,
      before: queryField.text,
      limit: limitField({ least: 1, most: Number.MAX_SAFE_INTEGER, fallback: 100 }),
    },
    ({ organization, params, query }) => {
      refuseUnknownProject(organization, params.project_id);
      return pageOf(rowsOf(organization, params.project_id), query, showRateLimit);
    },
  ),

  post(
    '/organization/projects/{project_id}/rate_limits/{rate_limit_id}',
    {
      max_requests_per_1_minute: bodyField.count.optional(),
      max_tokens_per_1_minute: bodyField.count.optional(),
      max_images_per_1_minute: bodyField.count.optional(),
      max_audio_megabytes_per_1_minute: bodyField.count.optional(),
      max_requests_per_1_day: bodyField.count.optional(),
      batch_1_day_max_input_tokens: bodyField.count.optional(),
    },
    ({ organization, behaviour, params, body, record }) => {
      requireOne(body, RATE_LIMIT_FIELDS);
      const { project_id: projectId, rate_limit_id: id } = params;
      refuseUnknownProject(organization, projectId);
      const row = rowsOf(organization, projectId).find((candidate) => candidate.id === id);
      if (row === undefined) throw notFound('Rate limit', id, 'rate_limit_id');
      const changes = given(body);
      for (const [field, value] of Object.entries(changes)) refuseOutsideModel(row.model, field, value);
      const limits: RateLimits = { ...row.limits, ...changes };
      organization.rateLimits.set(`${projectId}/${row.model}`, limits);
      record('rate_limit.updated', { id, changes_requested: changes });
      return showRateLimit(behaviour.rateLimitUpdateAnswer === 'old' ? row : { ...row, limits });
    },
  ),
];

/** The reference shows this family's 404 without the envelope that all other errors have. */
function refuseUnknownProject(organization: Organization, projectId: string): void {
  if (!organization.projects.has(projectId)) {
    throw new ApiProblem({ status: 404, message: `The project ${projectId} was not found`, isFlat: true });
  }
  locateActiveProject(organization, projectId);
}

function rowsOf(organization: Organization, projectId: string): readonly RateLimitRow[] {
  return models
    .filter((model) => isModelAllowed(organization, projectId, model.id))
    .map(({ id, limits }) => ({
      id: `rl-${id}`,
      model: id,
      limits: organization.rateLimits.get(`${projectId}/${id}`) ?? limits,
    }));
}

function given(body: { readonly [Field in keyof RateLimits]: RateLimits[Field] | undefined }): RateLimits {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function refuseOutsideModel(modelId: string, field: string, value: number): void {
  const most = Object.entries(models.find(({ id }) => id === modelId)?.limits ?? {}).find(([name]) => name === field);
  if (most === undefined) throw badRequest(`'${field}' does not apply to the model ${modelId}.`, { param: field });
  if (value <= most[1]) return;
  throw badRequest(`'${field}' cannot be above the limit of the organization, ${most[1]}.`, { param: field });
}

function showRateLimit({ id, model, limits }: RateLimitRow): JsonObject {
  return { object: 'project.rate_limit', id, model, ...limits };
}

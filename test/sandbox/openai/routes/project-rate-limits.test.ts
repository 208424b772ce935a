import { NotFoundError } from 'openai';
import type { ProjectRateLimit } from 'openai/resources/admin/organization/projects/rate-limits';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const path = `/organization/projects/${ids.web}/rate_limits`;
const at = { project_id: ids.web };

describe('rate limits of a project', () => {
  it('are one row a model with the fields that the model has', async () => {
    const { organization } = await openEmulator();
    const expected: ProjectRateLimit = {
      object: 'project.rate_limit',
      id: 'rl-gpt-image-2',
      model: 'gpt-image-2',
      max_requests_per_1_minute: 250,
      max_tokens_per_1_minute: 750_000,
      max_images_per_1_minute: 50,
    };
    const rows: ProjectRateLimit[] = [];
    for await (const row of organization.projects.rateLimits.listRateLimits(ids.web, { limit: 3 })) rows.push(row);
    expect(rows).toHaveLength(8);
    expect(rows.find(({ id }) => id === 'rl-gpt-image-2')).toEqual(expected);
  });

  it('are changed field by field, and walked backwards too', async () => {
    const { organization } = await openEmulator();
    const changed = await organization.projects.rateLimits.updateRateLimit('rl-gpt-6-astra', {
      ...at,
      max_requests_per_1_minute: 100,
    });
    expect(changed).toMatchObject({ max_requests_per_1_minute: 100, max_tokens_per_1_minute: 4_000_000 });
    const before = await organization.projects.rateLimits.listRateLimits(ids.web, { before: 'rl-gpt-6-astra-mini' });
    expect(before.data).toEqual([changed]);
  });

  it('can answer a change with the old numbers', async () => {
    const { organization } = await openEmulator({ rateLimitUpdateAnswer: 'old' });
    const change = { ...at, max_requests_per_1_minute: 100 };
    const answer = await organization.projects.rateLimits.updateRateLimit('rl-gpt-6-astra', change);
    expect(answer.max_requests_per_1_minute).toBe(10_000);
    const { data } = await organization.projects.rateLimits.listRateLimits(ids.web);
    expect(data[0]).toMatchObject({ id: 'rl-gpt-6-astra', max_requests_per_1_minute: 100 });
  });

  it('follow the models that the project may use', async () => {
    const { organization } = await openEmulator();
    await organization.projects.modelPermissions.update(ids.web, { mode: 'allow_list', model_ids: ['gpt-image-2'] });
    const { data } = await organization.projects.rateLimits.listRateLimits(ids.web);
    expect(data.map(({ model }) => model)).toEqual(['gpt-image-2']);
    const change = organization.projects.rateLimits.updateRateLimit('rl-gpt-6-astra', {
      ...at,
      max_requests_per_1_day: 1,
    });
    await expect(change).rejects.toBeInstanceOf(NotFoundError);
  });

  it('tell of an unknown project without the usual envelope', async () => {
    const { call, organization } = await openEmulator();
    const { status, json } = await call('GET', '/organization/projects/proj_nope/rate_limits');
    expect([status, json]).toEqual([404, { code: 404, message: 'The project proj_nope was not found' }]);
    const list = organization.projects.rateLimits.listRateLimits('proj_nope');
    await expect(list).rejects.toBeInstanceOf(NotFoundError);
  });

  it.each([
    { id: 'rl-gpt-6-astra', body: { max_requests_per_1_minute: 10_001 }, status: 400, message: /cannot be above/ },
    { id: 'rl-gpt-6-astra', body: { max_images_per_1_minute: 1 }, status: 400, message: /does not apply/ },
    { id: 'rl-gpt-6-astra', body: { max_requests_per_1_minute: -1 }, status: 400, message: /below minimum/ },
    { id: 'rl-gpt-6-astra', body: {}, status: 400, message: /At least one/ },
    { id: 'rl-nope', body: { max_requests_per_1_minute: 1 }, status: 404, message: /rl-nope not found/ },
  ])('refuse for $id $body', async ({ id, body, status, message }) => {
    const { call } = await openEmulator();
    const answer = await call('POST', `${path}/${id}`, { body });
    expect(answer.status).toBe(status);
    expect(answer.error.message).toMatch(message);
  });
});

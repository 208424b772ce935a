import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';

describe('a list', () => {
  it('is walked to its end by the official client, page by page', async () => {
    const { organization, emulator } = await openEmulator();
    const made = [];
    for (let count = 0; count < 5; count += 1)
      made.push((await organization.projects.create({ name: `p${count}` })).id);
    const walked: string[] = [];
    for await (const project of organization.projects.list({ limit: 2 })) walked.push(project.id);
    expect(walked.slice(0, 5)).toEqual(made.toReversed());
    expect(walked).toHaveLength(7);
    expect(emulator.calls().filter(({ method }) => method === 'GET')).toHaveLength(4);
  });

  it('walks admin keys by the id of the last item', async () => {
    const { organization } = await openEmulator();
    const names: (string | null | undefined)[] = [];
    for await (const key of organization.adminAPIKeys.list({ limit: 1 })) names.push(key.name);
    expect(names).toEqual(['terraform', 'bot', 'reports']);
  });

  it('names its first and last object, and says whether more follow', async () => {
    const { call } = await openEmulator();
    const { json } = await call('GET', '/organization/projects?limit=1');
    expect(json).toMatchObject({ object: 'list', first_id: 'proj_web', last_id: 'proj_web', has_more: true });
    const rest = await call('GET', '/organization/projects?limit=1&after=proj_web');
    expect(rest.json).toMatchObject({ first_id: 'proj_default', has_more: false });
  });

  it('names nothing when it is empty', async () => {
    const { call } = await openEmulator();
    const { json } = await call('GET', '/organization/users?emails=nobody@small.example');
    expect(json).toEqual({ object: 'list', data: [], first_id: null, last_id: null, has_more: false });
  });

  it.each([
    ['101', 'Invalid limit provided: 101. Limit must be less than or equal to 100.'],
    ['0', 'Invalid limit provided: 0. Limit must be greater than or equal to 1.'],
    ['ten', 'Invalid limit provided: ten. Limit must be an integer.'],
    ['', 'Invalid limit provided: . Limit must be an integer.'],
  ])('refuses a limit of %j instead of clamping it', async (limit, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call('GET', `/organization/projects?limit=${limit}`);
    expect([status, error.message, error.param]).toEqual([400, message, 'limit']);
  });

  it('refuses a cursor that names nothing in it', async () => {
    const { call } = await openEmulator();
    const { status, error } = await call('GET', '/organization/projects?after=proj_nope');
    expect([status, error.param]).toEqual([400, 'after']);
  });
});

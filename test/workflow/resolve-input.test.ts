import { describe, expect, test } from 'vitest';
import { dayMs } from '#domain/instant.ts';
import { operationId } from '#domain/ids.ts';
import { fakeOpenAiKey } from '../support/fake-secret.ts';
import { at } from '../support/cast.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { collects, approved, drafted, requested } from '../support/walk.ts';

async function resolved(small: SmallHouse, id: string, words: Readonly<Record<string, string>>) {
  const outcome = await small.useCases.resolve({ operationId: operationId(id), words, caller: at('erin') });
  if (outcome.kind !== 'resolution') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** Lists a project's keys, so that they can be named. */
const knowing = async (small: SmallHouse, projectId = 'proj_dev', name = 'search-dev') => {
  const input = { project: { id: projectId, name } };
  await small.useCases.read({ operationId: operationId('keys.list'), input, caller: at('erin') });
  return small;
};

const searchDev = { id: 'proj_dev', name: 'search-dev' };

describe('a project', () => {
  test.each(['search-dev', 'proj_dev', ' SEARCH-DEV '])('is named by %j', async (project) => {
    const small = await openSmallHouse();
    const { input, problems } = await resolved(small, 'projects.show', { project });
    expect({ input, problems }).toEqual({ input: { project: searchDev }, problems: [] });
  });

  test('that there is not is never guessed: the nearest are offered', async () => {
    const small = await openSmallHouse();
    const { input, problems } = await resolved(small, 'projects.show', { project: 'search-de' });
    expect(input).toEqual({});
    expect(problems).toMatchObject([
      { field: 'project', sentence: 'There is no project “search-de”.', choices: [{ value: 'proj_dev' }] },
    ]);
  });

  test('whose name two have has to be picked', async () => {
    const small = await openSmallHouse();
    small.vendor.organization.projects.set('proj_b', { id: 'proj_b', name: 'search-dev', status: 'active' });
    const { problems } = await resolved(small, 'projects.show', { project: 'search-dev' });
    expect(problems).toMatchObject([{ sentence: '“search-dev” fits 2 projects. Pick one.' }]);
    expect(problems[0]?.choices.map(({ value }) => value).toSorted()).toEqual(['proj_b', 'proj_dev']);
  });

  test('that is archived is not offered', async () => {
    const small = await openSmallHouse();
    small.vendor.organization.projects.set('proj_dev', { id: 'proj_dev', name: 'search-dev', status: 'archived' });
    const { problems } = await resolved(small, 'keys.issue', { project: 'search-dev' });
    expect(problems[0]?.choices.map(({ value }) => value)).not.toContain('proj_dev');
  });
});

describe('a key', () => {
  test.each(['erin-laptop', 'key_dev', 'sk-proj-dev...aaaa', 'search-dev/erin-laptop', 'Erin-Laptop'])(
    'is named by %j',
    async (key) => {
      const small = await knowing(await openSmallHouse());
      const { input, problems } = await resolved(small, 'keys.revoke', { key });
      expect(problems).toEqual([]);
      expect(input).toEqual({
        key: { id: 'key_dev', name: 'erin-laptop', redacted: 'sk-proj-dev...aaaa', project: searchDev },
      });
    },
  );

  test('of a project that was never listed is found when the project is named too', async () => {
    const small = await openSmallHouse();
    const { input } = await resolved(small, 'keys.revoke', { key: 'search-prod/erin-prod' });
    expect(input).toMatchObject({ key: { id: 'key_prod' } });
  });

  test('whose name two have has to be picked', async () => {
    const small = await openSmallHouse();
    small.vendor.organization.keys.set('key_twin', {
      ...small.vendor.organization.keys.get('key_dev')!,
      id: 'key_twin',
      projectId: 'proj_prod',
    });
    await knowing(await knowing(small), 'proj_prod', 'search-prod');
    const { input, problems } = await resolved(small, 'keys.revoke', { key: 'erin-laptop' });
    expect(input).toEqual({});
    expect(problems[0]?.choices.map(({ label }) => label).toSorted()).toEqual([
      'erin-laptop · search-dev',
      'erin-laptop · search-prod',
    ]);
  });

  test('that is pasted itself is neither looked up nor repeated', async () => {
    const small = await openSmallHouse();
    const key = fakeOpenAiKey();
    const resolution = await resolved(small, 'keys.revoke', { key });
    expect(resolution.problems).toEqual([
      { field: 'key', sentence: expect.stringContaining('looks like a secret key') as string, choices: [] },
    ]);
    expect(JSON.stringify(resolution) + small.log.text()).not.toContain(key);
    expect(small.vendor.reads).toEqual([]);
  });
});

describe('a request', () => {
  test('is named by its short or its full id, whoever asked', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key', 'zoe');
    for (const request of [id, id.slice(-8), `R-${id.slice(-8)}`, `r-${id.slice(-8).toLowerCase()}`]) {
      expect((await resolved(small, 'requests.show', { request })).input).toEqual({ request: id });
      expect(await small.useCases.findRequest(request)).toBe(id);
    }
  });

  test('that was never sent is not found', async () => {
    const small = await openSmallHouse();
    const id = await drafted(small, 'revoke her key');
    expect((await resolved(small, 'requests.show', { request: id })).input).toEqual({});
    expect(await small.useCases.findRequest(id)).toBeNull();
  });
});

describe('words', () => {
  test('become values, and what is missing is said', async () => {
    const small = await openSmallHouse();
    const words = { project: 'search-dev', for: '2w', access: 'READ' };
    expect(await resolved(small, 'keys.issue', words)).toEqual({
      kind: 'resolution',
      input: { project: searchDev, for: 14 * dayMs, access: 'read' },
      missing: ['name'],
      problems: [],
    });
  });

  test.each([
    ['for', '30'],
    ['for', 'a month'],
    ['access', 'admin'],
    ['name', 'Nightly Eval'],
    ['name', 'nightly\u200beval'],
    ['for', '10m'],
    ['for', '400d'],
  ])('%s %j is said not to be understood', async (field, word) => {
    const small = await openSmallHouse();
    const good = { project: 'search-dev', name: 'nightly', for: '30d', access: 'read' };
    const { problems } = await resolved(small, 'keys.issue', { ...good, [field]: word });
    expect([...new Set(problems.map((problem) => problem.field))]).toEqual([field]);
  });

  test.each([
    ['', true],
    ['yes', true],
    ['TRUE', true],
    ['no', false],
    ['0', false],
  ])('a flag of %j is %s', async (word, isSet) => {
    const small = await knowing(await openSmallHouse());
    const { input } = await resolved(small, 'keys.revoke', { key: 'key_dev', withAccount: word });
    expect(input['withAccount']).toBe(isSet);
  });

  test('a flag of anything else is asked about', async () => {
    const small = await knowing(await openSmallHouse());
    const { problems } = await resolved(small, 'keys.revoke', { key: 'key_dev', withAccount: 'maybe' });
    expect(problems).toMatchObject([{ field: 'withAccount' }]);
  });

  test('for an operation that there is not are refused', async () => {
    const small = await openSmallHouse();
    const outcome = await small.useCases.resolve({
      operationId: operationId('keys.peek'),
      words: {},
      caller: at('erin'),
    });
    expect(outcome).toMatchObject({ code: 'input.unknown-operation' });
  });
});

describe('type-ahead', () => {
  const suggests = (small: SmallHouse, where: string, query: string) => {
    const [id = '', field = ''] = where.split('#');
    return small.useCases.suggest({ operationId: operationId(id), field, query, caller: at('erin') });
  };

  test('offers projects whose name or id is near, and all of them for nothing typed', async () => {
    const small = await openSmallHouse();
    expect((await suggests(small, 'keys.issue#project', 'prod')).map(({ label }) => label)).toContain('search-prod');
    expect((await suggests(small, 'keys.issue#project', '')).map(({ value }) => value)).toEqual([
      'proj_dev',
      'proj_prod',
    ]);
  });

  test('offers keys with project, redacted value and owner', async () => {
    const small = await knowing(await openSmallHouse());
    expect(await suggests(small, 'keys.revoke#key', 'laptop')).toEqual([
      { value: 'key_dev', label: 'erin-laptop · search-dev', description: 'sk-proj-dev...aaaa · erin@acme.example' },
    ]);
  });

  test('offers requests that were sent', async () => {
    const small = await openSmallHouse();
    await collects(small, await approved(small, 'a new key'));
    const [found] = await suggests(small, 'requests.show#request', 'Issue');
    expect(found?.description).toBe('Erin Vale · succeeded');
  });

  test('offers nothing for a field that is not looked up, or that there is not', async () => {
    const small = await openSmallHouse();
    for (const field of ['name', 'for', 'access', 'nothing', '__proto__']) {
      expect(await suggests(small, `keys.issue#${field}`, 'a')).toEqual([]);
    }
    expect(await suggests(small, 'keys.peek#project', 'a')).toEqual([]);
  });
});

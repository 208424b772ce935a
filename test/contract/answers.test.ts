import { describe, expect, it } from 'vitest';

import { openEmulator } from '../sandbox/openai/open-emulator.ts';
import { smallSeed } from '../sandbox/openai/small-seed.ts';
import { contract, operationOf, violations } from './contract.ts';
import { queryText } from './query-text.ts';
import { tour, usualIds } from './tour.ts';

const everyKind = {
  audio_speeches: 'x',
  audio_transcriptions: 'x',
  code_interpreter_sessions: undefined,
  decisions: 'x',
  file_search_calls: undefined,
  images: 'x',
  moderations: 'omni-moderation-latest',
  vector_stores: undefined,
  web_search_calls: 'x',
} as const;

/** The small organization with something of every kind in it. */
const seed = {
  ...smallSeed,
  hasExternalKeyManagement: true,
  projects: smallSeed.projects.map((project) => ({
    ...project,
    traffic: [
      ...(project.traffic ?? []),
      ...Object.entries(everyKind).map(([kind, model]) => ({
        id: `${project.id} ${kind}`,
        kind: kind as keyof typeof everyKind,
        ...(model === undefined ? {} : { model }),
        level: 100,
        from: '-5d',
      })),
    ],
  })),
};

describe('every endpoint', () => {
  it('is called as the contract allows and answers as it says', async () => {
    const { call } = await openEmulator({}, seed);
    const known = new Map(Object.entries(usualIds));
    const visited = new Set<string>();
    const problems: string[] = [];
    for (const { endpoint, at = {}, query, body, makes } of tour) {
      const [method = '', template = ''] = endpoint.split(' ');
      const operation = operationOf(method, template);
      const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => at[name] ?? known.get(name) ?? name);
      problems.push(...violations(operation, 'query', query ?? {}));
      if (body !== undefined) problems.push(...violations(operation, 'body', body));
      const { status, json } = await call(method, `${path}?${queryText(query ?? {})}`, { body });
      if (status === 200) problems.push(...violations(operation, 'answer', json));
      else problems.push(`${endpoint}: ${JSON.stringify(json)}`);
      if (makes !== undefined) known.set(makes, String(json['id']));
      visited.add(endpoint);
    }
    expect(problems).toEqual([]);
    expect([...visited].toSorted()).toEqual(
      contract.operations.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
  });
});

import { describe, expect, it } from 'vitest';

import { openEmulator } from '../sandbox/openai/open-emulator.ts';
import { contract, violations } from './contract.ts';
import { queryText } from './query-text.ts';
import { samplesOf } from './sample.ts';

/** What the emulator says of a field that it does not know, or knows to be something else. */
const STRANGE = ['unknown_parameter', 'missing_required_parameter', 'invalid_type'];

const nowhere = (path: string): string => path.replaceAll(/\{\w+\}/g, 'nowhere');

describe('every request that the contract allows', () => {
  it('is understood with every field of its query', async () => {
    const { call } = await openEmulator();
    const misunderstood: string[] = [];
    for (const operation of contract.operations.filter(({ method }) => method === 'GET')) {
      for (const sample of samplesOf(operation.query)) {
        expect(violations(operation, 'query', sample)).toEqual([]);
        const { method, path } = operation;
        const { error } = await call(method, `${nowhere(path)}?${queryText(sample as Record<string, unknown>)}`);
        if (STRANGE.includes(String(error?.code))) misunderstood.push(`${method} ${path}: ${error.message}`);
      }
    }
    expect(misunderstood).toEqual([]);
  });

  it('is understood with every field of its body, in each of its forms', async () => {
    const { call } = await openEmulator();
    const misunderstood: string[] = [];
    for (const operation of contract.operations.filter(({ body }) => body !== null)) {
      for (const sample of samplesOf(operation.body)) {
        expect(violations(operation, 'body', sample)).toEqual([]);
        const { error } = await call(operation.method, nowhere(operation.path), { body: sample });
        if (STRANGE.includes(String(error?.code))) misunderstood.push(`${operation.path}: ${error.message}`);
      }
    }
    expect(misunderstood).toEqual([]);
  });

  it('is refused with a field more', async () => {
    const { call } = await openEmulator();
    for (const { method, path, query, body } of contract.operations) {
      const sample = samplesOf(query)[0] as Record<string, unknown>;
      if (method === 'GET') {
        const { error } = await call(method, `${nowhere(path)}?${queryText({ ...sample, colour: 'red' })}`);
        expect(error).toMatchObject({ code: 'unknown_parameter', param: 'colour' });
      }
      if (body === null) continue;
      const { error } = await call(method, nowhere(path), {
        body: { ...(samplesOf(body)[0] as object), colour: 'red' },
      });
      expect(error).toMatchObject({ code: expect.stringMatching(/unknown_parameter|invalid_value/) });
    }
  });
});

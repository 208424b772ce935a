import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { endpointCatalogue } from '#sandbox/openai/routes/catalogue.ts';
import { contract } from './contract.ts';

const ledger = readFileSync(new URL('../../data/endpoints.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

const inContract = contract.operations.map(({ method, path }) => `${method} ${path}`);

describe('the contract, the ledger of endpoints and the emulator', () => {
  it('know the same 143 endpoints, each once', () => {
    expect(inContract).toHaveLength(143);
    expect(new Set(inContract).size).toBe(143);
    expect(ledger.map(([method, path]) => `${method} ${path}`).toSorted()).toEqual(inContract.toSorted());
    expect(endpointCatalogue.map(({ method, template }) => `${method} ${template}`).toSorted()).toEqual(
      inContract.toSorted(),
    );
  });

  it('put each endpoint into the same family', () => {
    const families = (rows: readonly (readonly string[])[]) =>
      Object.fromEntries(rows.map(([method, path, family]) => [`${method} ${path}`, family]));
    expect(families(contract.operations.map(({ method, path, family }) => [method, path, family]))).toEqual(
      families(ledger),
    );
  });
});

import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { matchPath } from './match-template.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

/** One endpoint of the Administration API: what it takes and what it answers, as JSON Schemas of draft 2020-12. */
export interface ContractOperation {
  readonly method: Method;
  readonly path: string;
  readonly family: string;
  /** The query as values, before it is written into an address. */
  readonly query: object;
  readonly body: object | null;
  readonly answer: object;
  /** Where the answer holds a secret, step by step. */
  readonly secretAt?: readonly string[];
}

interface Contract {
  readonly operations: readonly ContractOperation[];
  readonly $defs: Readonly<Record<string, object>>;
}

export const contract = JSON.parse(
  readFileSync(new URL('../../data/contract/openai-admin.json', import.meta.url), 'utf8'),
) as Contract;

const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true, keywords: ['operations'] });
ajv.addSchema(contract);

/** The operation of a call, by a template or by a path with ids. Throws when there is none. */
export function operationOf(method: string, path: string): ContractOperation {
  const found = contract.operations.find((operation) => operation.method === method && matchPath(operation.path, path));
  if (found === undefined) throw new Error(`The contract has no ${method} ${path}`);
  return found;
}

/** What is wrong with a value where the contract says what it has to be; empty when nothing is. */
export function violations(
  operation: ContractOperation,
  part: 'query' | 'body' | 'answer',
  value: unknown,
): readonly string[] {
  const index = contract.operations.indexOf(operation);
  // The schemas are compiled where they stand, so that what several share is compiled once.
  const validate = ajv.getSchema(`openai-admin#/operations/${index}/${part}`);
  if (validate === undefined) return [`${operation.method} ${operation.path} takes no ${part}`];
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${operation.method} ${operation.path} ${part}${instancePath} ${message ?? ''}`,
  );
}

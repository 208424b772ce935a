import { policyJsonSchema } from './json-schema.ts';

/** A key that may stand in a policy: `rules[].when.amount.over`. `about` is empty where nobody wrote it. */
export interface PolicyKey {
  readonly path: string;
  readonly about: string;
}

interface Node {
  readonly description?: string;
  readonly anyOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
}

// The three tiers take the same keys; three times the same table nobody reads.
const tierPath = (path: string): string => path.replace(/^tiers\.\w+\./, 'tiers.<tier>.');

function* keysIn(node: Node, path: string): Generator<PolicyKey> {
  for (const [key, value] of Object.entries(node.properties ?? {})) {
    const at = path === '' ? key : `${path}.${key}`;
    yield { path: tierPath(at), about: value.description ?? '' };
    yield* keysIn(value, at);
  }
  for (const arm of node.anyOf ?? []) yield* keysIn(arm, path);
  if (typeof node.additionalProperties === 'object') yield* keysIn(node.additionalProperties, `${path}.<name>`);
  if (node.items !== undefined) yield* keysIn(node.items, `${path}[]`);
}

/** Every key, each once, in the order in which the shape of the file declares them. */
export function policyKeys(): readonly PolicyKey[] {
  const keys = [...keysIn(policyJsonSchema('whole'), '')];
  return [...new Map(keys.map((key) => [key.path, key])).values()];
}

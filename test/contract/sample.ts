import { contract } from './contract.ts';

type Schema = Readonly<Record<string, unknown>>;

// Fits wherever any text does and where the emulator wants an address.
const TEXT = 'ada@small.example';

/** Values that a schema allows, with every field that it knows: one a form where it has several. */
export function samplesOf(schema: unknown): readonly unknown[] {
  const { $ref, oneOf, anyOf, const: only, enum: values, type, ...rest } = (schema ?? {}) as Schema;
  if (typeof $ref === 'string') return samplesOf(contract.$defs[$ref.replace('#/$defs/', '')]);
  const forms = oneOf ?? anyOf;
  if (Array.isArray(forms)) return forms.flatMap((form) => samplesOf(form));
  if (only !== undefined) return [only];
  if (Array.isArray(values)) return [values[0]];
  return [sampleOf(Array.isArray(type) ? type[0] : type, rest)];
}

function sampleOf(type: unknown, { properties, items, minimum, additionalProperties }: Schema): unknown {
  switch (type) {
    case 'object': {
      const fields = Object.entries((properties ?? {}) as Schema).map(([name, field]) => [name, samplesOf(field)[0]]);
      const extra = typeof additionalProperties === 'object' ? { any: samplesOf(additionalProperties)[0] } : {};
      return { ...Object.fromEntries(fields), ...extra };
    }
    case 'array':
      return [samplesOf(items)[0]];
    case 'integer':
    case 'number':
      return minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return TEXT;
  }
}

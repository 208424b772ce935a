import { z } from 'zod';
import { policySchema } from './schema.ts';

/** The shape of a policy file as JSON Schema, for editors; what a name points at only the reviews know. */
export function policyJsonSchema(): object {
  return { ...z.toJSONSchema(policySchema, { io: 'input', unrepresentable: 'any' }), title: 'Countersign policy' };
}

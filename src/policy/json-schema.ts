import { z } from 'zod';
import { policySchema } from './schema.ts';

/**
 * The shape of a policy file as JSON Schema, for editors; what a name points at only the reviews know. A part is one file of a folder, in
 * which no section has to stand.
 */
export function policyJsonSchema(of: 'whole' | 'part'): object {
  const shape = of === 'whole' ? policySchema : policySchema.partial();
  return { ...z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }), title: 'Countersign policy' };
}

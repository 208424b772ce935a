import { z } from 'zod';
import { type Need, recall } from '../need.ts';
import { knownPeopleSchema } from './person-line.ts';

export const knownTable = z.object({ people: knownPeopleSchema });

/** The table as it would be made now, with what a list says of it. */
export function needTable(
  { input }: { readonly input: { readonly list: string | null } },
  have: Partial<z.infer<typeof knownTable>>,
): readonly Need[] {
  return have.people === undefined ? [recall('people', { of: 'people', list: input.list, said: [] })] : [];
}

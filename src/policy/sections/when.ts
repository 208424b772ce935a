import { whenConditions } from '../conditions/catalogue.ts';
import { strict } from '../leaves.ts';

const keys = Object.fromEntries(
  whenConditions.map(({ key, shape, about, example }) => [
    key,
    shape.optional().describe(`${about} Such as ${key}: ${example}`),
  ]),
);

/** What else has to be so for a rule to fit: the keys of all conditions, each with the shape that its file declares. */
export const whenShape = strict(keys, `Write { ${Object.keys(keys).join(', ')} }.`).default({});

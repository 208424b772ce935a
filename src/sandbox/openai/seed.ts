import { seedInconsistencies } from './seed-consistency.ts';
import { type SeedShape, seedShape } from './seed/shape.ts';

/** An organization to start from. All times are relative to the start, and no secret stands in it. */
export type OrganizationSeed = SeedShape;

/** Reads a seed. Throws an error that lists everything wrong with it, each with its place. */
export function readSeed(jsonText: string): OrganizationSeed {
  const result = seedShape.safeParse(JSON.parse(jsonText));
  if (!result.success) {
    throw seedError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const inconsistencies = seedInconsistencies(result.data);
  if (inconsistencies.length > 0) throw seedError(inconsistencies);
  return result.data;
}

function seedError(lines: readonly string[]): Error {
  return new Error(`The seed of the organization cannot be used:\n${lines.map((line) => `- ${line}`).join('\n')}`);
}

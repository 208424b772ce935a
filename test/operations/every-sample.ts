import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Sample, samples } from './samples.ts';

const HERE = import.meta.dirname;

/** The samples of every family: those that stand together in `samples.ts`, and those of a family that has its own file. */
export async function everySample(): Promise<readonly Sample[]> {
  const families = readdirSync(HERE).filter((family) => existsSync(join(HERE, family, 'samples.ts')));
  const own = await Promise.all(
    families.map((family) => import(join(HERE, family, 'samples.ts')) as Promise<{ samples: readonly Sample[] }>),
  );
  return [...samples, ...own.flatMap((each) => each.samples)];
}

import type { Organization } from '../organization.ts';
import type { OrganizationSeed } from '../seed.ts';
import type { SeedClock } from './seed-clock.ts';

/** What is used in each project, from which usage and costs are computed. */
export function plantTraffic(organization: Organization, seed: OrganizationSeed, { at, atOrNull }: SeedClock): void {
  for (const project of seed.projects) {
    for (const { id, key, kind, model, level, rhythm, from, until, dimensions } of project.traffic ?? []) {
      organization.traffic.set(id, {
        id,
        projectId: project.id,
        apiKeyId: key ?? null,
        userId: ownerIdOf(organization, key),
        kind,
        model: model ?? null,
        level,
        rhythm: rhythm ?? 'steady',
        fromSec: at(from),
        untilSec: atOrNull(until),
        dimensions: dimensions ?? {},
      });
    }
  }
}

/** Service accounts are counted among users here, as in the organization's list of users. */
export function ownerIdOf({ projectKeys }: Organization, keyId: string | undefined): string | null {
  const owner = projectKeys.get(keyId ?? '')?.owner;
  if (owner === undefined) return null;
  return owner.kind === 'user' ? owner.userId : owner.serviceAccountId;
}

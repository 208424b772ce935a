import { models } from '../model-list.ts';
import type { Organization } from '../organization.ts';
import { HOSTED_TOOLS, type HostedTools } from '../records/project-settings.ts';
import type { OrganizationSeed } from '../seed.ts';
import type { SeedClock } from './seed-clock.ts';

/** Limits, alerts, permissions and retention. */
export function plantSettings(organization: Organization, seed: OrganizationSeed, clock: SeedClock): void {
  plantPlace(organization, { ...seed, id: organization.id }, clock);
  for (const project of seed.projects) {
    plantPlace(organization, project, clock);
    plantProjectSettings(organization, project);
  }
}

/** What the organization and its projects have alike. */
function plantPlace(
  { retention, spendLimits, spendAlerts }: Organization,
  seed: Pick<OrganizationSeed['projects'][number], 'id' | 'dataRetention' | 'spendLimitCents' | 'spendAlerts'>,
  { at }: SeedClock,
): void {
  if (seed.dataRetention !== undefined) retention.set(seed.id, seed.dataRetention);
  if (seed.spendLimitCents !== undefined) spendLimits.set(seed.id, seed.spendLimitCents);
  for (const { id, thresholdCents, recipients, subjectPrefix, created } of seed.spendAlerts ?? []) {
    spendAlerts.set(id, {
      id,
      placeId: seed.id,
      createdAtSec: at(created),
      thresholdCents,
      recipients,
      subjectPrefix: subjectPrefix ?? null,
    });
  }
}

function plantProjectSettings(organization: Organization, seed: OrganizationSeed['projects'][number]): void {
  const { id, modelPermissions, toolsOff, serviceTiers } = seed;
  for (const [model, changed] of Object.entries(seed.rateLimits ?? {})) {
    const usual = models.find((candidate) => candidate.id === model)?.limits ?? {};
    organization.rateLimits.set(`${id}/${model}`, { ...usual, ...changed });
  }
  if (modelPermissions !== undefined) {
    organization.modelPermissions.set(id, { mode: modelPermissions.mode, modelIds: modelPermissions.models });
  }
  if (toolsOff !== undefined) {
    const tools = Object.fromEntries(HOSTED_TOOLS.map((tool) => [tool, !toolsOff.includes(tool)]));
    organization.hostedTools.set(id, tools as HostedTools);
  }
  if (serviceTiers !== undefined) organization.serviceTiers.set(id, serviceTiers);
}

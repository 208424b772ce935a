import type { Organization } from '../organization.ts';
import { readCertificate } from '../read-certificate.ts';
import type { OrganizationSeed } from '../seed.ts';
import type { SeedClock } from './seed-clock.ts';

type ProviderSeed = NonNullable<OrganizationSeed['identityProviders']>[number];

/** Certificates, other clouds and other identity providers. Throws when a certificate is none or too old. */
export function plantTrust(organization: Organization, seed: OrganizationSeed, clock: SeedClock): void {
  const { at } = clock;
  for (const { id, name, pem, created, activeIn } of seed.certificates ?? []) {
    const text = `${pem.join('\n')}\n`;
    organization.certificates.set(id, {
      ...readCertificate(text, at('+0d')),
      id,
      name,
      createdAtSec: at(created),
      pem: text,
      activeIn: activeIn ?? [],
    });
  }
  for (const { id, created, given } of seed.externalKeys ?? []) {
    organization.externalKeys.set(id, { id, createdAtSec: at(created), given });
  }
  for (const { id, project, created, provider, status } of seed.externalStorage ?? []) {
    organization.externalStorage.set(id, { id, createdAtSec: at(created), projectId: project, provider, status });
  }
  for (const provider of seed.identityProviders ?? []) plantProvider(organization, provider, clock);
}

function plantProvider(organization: Organization, seed: ProviderSeed, { at }: SeedClock): void {
  const { id, name, issuer, audience, transformations, created, rules } = seed;
  organization.identityProviders.set(id, {
    id,
    name,
    description: null,
    issuer,
    audience,
    transformations: transformations ?? [],
    verification: { type: 'discovery', discovery_url: null },
    isEnabled: true,
    createdAtSec: at(created),
    updatedAtSec: at(created),
  });
  for (const rule of rules) {
    organization.federationRules.set(rule.id, {
      id: rule.id,
      providerId: id,
      projectId: rule.project,
      serviceAccountId: rule.serviceAccount,
      name: rule.name,
      description: null,
      matchers: rule.matchers,
      permissions:
        rule.scopes === undefined ? { type: 'service_account_default' } : { type: 'restricted', scopes: rule.scopes },
      isEnabled: true,
      createdAtSec: at(rule.created),
      updatedAtSec: at(rule.created),
    });
  }
}

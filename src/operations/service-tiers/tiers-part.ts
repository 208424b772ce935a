import { canonicalJson } from '#domain/canonical.ts';
import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepServiceTiers, optionalTiers, sayAllowedTiers, type ServiceTiers } from '../objects/service-tiers.ts';
import type { Change } from '../plan.ts';
import type { InProject, Part } from '../projects/inside.ts';
import { callTemplate, setStep } from '../step.ts';

const PATH = '/organization/projects/{project_id}/service_tier_settings';

export const needTiers = (project: ProjectRef): Need =>
  read('tiers', { call: call(`GET ${PATH}`, { params: { project_id: project.id } }), keep: keepServiceTiers });

const same = (one: ServiceTiers['allowed'], other: ServiceTiers['allowed']): boolean =>
  canonicalJson(one) === canonicalJson(other);

/** Puts both settings, so that one call says the whole. */
export function tiersPart(project: InProject, before: ServiceTiers, after: ServiceTiers): Part | null {
  const changes: readonly Change[] = [
    ...(before.default === after.default
      ? []
      : [{ label: 'Tier of requests that name none', before: before.default, after: after.default }]),
    ...(same(before.allowed, after.allowed)
      ? []
      : [
          {
            label: 'Tiers allowed',
            before: sayAllowedTiers(before.allowed),
            after: sayAllowedTiers(after.allowed),
          },
        ]),
  ];
  if (changes.length === 0) return null;
  const params = { project_id: project.id };
  const body = { default: after.default, enabled_tiers: after.allowed };
  const step = setStep({
    id: 'tiers',
    title: `Set the service tiers of ${project.name}: ${after.default} by default, allowed ${sayAllowedTiers(after.allowed)}`,
    call: callTemplate(`POST ${PATH}`, { params, body }),
    read: callTemplate(`GET ${PATH}`, { params }),
    where: body,
  });
  return { changes, steps: [step] };
}

/** What an approver should know about a change of tiers. */
export function warnTiers(name: string, before: ServiceTiers, after: ServiceTiers): readonly string[] {
  const allowedNow = before.allowed === 'all' ? optionalTiers : before.allowed;
  const { allowed } = after;
  const gone = allowed === 'all' ? [] : allowedNow.filter((tier) => !allowed.includes(tier));
  return [
    ...(gone.length === 0 ? [] : [`Requests of ${name} that name ${gone.join(' or ')} fail at once.`]),
    ...(after.default !== before.default && after.default !== 'standard'
      ? [`Requests of ${name} that name no tier are billed as ${after.default} then.`]
      : []),
  ];
}

import { operationId, personId, slackUserId } from '#domain/ids.ts';
import { complete } from '#policy/consent.ts';
import { requirementsNow } from '#policy/eligible.ts';
import { waitsForStepUp } from '#policy/rollout.ts';
import type { Rollout } from '#policy/rollout-word.ts';
import { bareMatter, factsUnder } from '../consult-policy.ts';
import type { House } from '../house.ts';

// Asks for nothing and is nobody: what is looked at is who could approve.
const nobody = { slackId: slackUserId('U0NOBODY00'), personId: personId('nobody') };
const anythingCritical = {
  id: operationId('critical.anything'),
  family: 'critical',
  kind: 'change',
  tier: 'critical',
} as const;

/** Why critical operations wait, as the policy asks for their approval by default; null where they do not. A rule of its own may ask others. */
export async function criticalWaits(house: House, rollout: Rollout): Promise<string | null> {
  const { policy } = house.policy();
  const facts = { ...(await factsUnder(house, policy, bareMatter(anythingCritical, nobody, null))), rollout };
  const scene = { policy, facts };
  const asked = complete({ kind: 'one', count: null, from: null }, policy.tiers.critical, 'critical');
  return waitsForStepUp(scene, requirementsNow(scene, asked ?? []));
}

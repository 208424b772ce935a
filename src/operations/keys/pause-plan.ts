import type { OperationId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Tier } from '#domain/tier.ts';
import type { ApiKey } from '../objects/api-key.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { refOf } from '../projects/inside.ts';
import { changeKey } from './change-key.ts';
import { keyInput } from './describe-key.ts';
import { keyFacts, type KeyState, keyStateGuard, sayKey } from './key-state.ts';
import { type Scopes, sayScopes } from './scopes.ts';

interface Switching {
  readonly id: OperationId;
  readonly tier: Exclude<Tier, 'read'>;
  readonly verb: 'Pause' | 'Resume';
  readonly from: Scopes;
  readonly to: Scopes;
  readonly warnings: readonly string[];
  /** How it is switched the other way, and the sentence that says so. */
  readonly back: OperationId;
  readonly sentence: string;
  readonly bounds: Plan['bounds'];
  readonly now: Instant;
}

/** Switches a key between what it was made for and next to nothing. */
export function planSwitch(switching: Switching, have: KeyState, key: ApiKey): Plan {
  const { id, verb, from, to, now } = switching;
  const project = refOf(have.project);
  const inverse: Inverse = {
    verdict: 'exact',
    sentence: switching.sentence,
    operation: switching.back,
    input: keyInput(key, project),
  };
  return planOf({
    operation: id,
    tier: switching.tier,
    title: `${verb} an API key in ${project.name}`,
    gist: `${key.name} (${key.redacted})`,
    target: { kind: 'key', id: key.id, name: key.name },
    project,
    changes: [{ label: 'May', before: sayScopes(from), after: sayScopes(to) }],
    holds: sayKey(key, now),
    facts: keyFacts(key, now),
    warnings: switching.warnings,
    guards: keyStateGuard(have, key),
    before: { key: { ...key }, scopes: [...from] },
    steps: [
      changeKey(project, key, {
        scopes: to,
        endsAt: null,
        title: `${verb} the key ${key.name} (${key.redacted}): ${sayScopes(to)}`,
      }),
    ],
    inverse,
    bounds: {
      ...switching.bounds,
      scopes: [...to],
      ...(key.expiresAt === null ? {} : { lifetimeMs: key.expiresAt - now }),
    },
  });
}

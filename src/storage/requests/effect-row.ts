import type { Selectable } from 'kysely';
import { requestId } from '#domain/ids.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import type { Effect } from '#workflow/ports/requests.ts';
import { fromJsonText, toJsonText } from '../json-text.ts';
import type { EffectResourcesTable } from '../tables/effect-resources.ts';
import type { EffectsTable } from '../tables/effects.ts';

export type EffectKey = Pick<Effect, 'requestId' | 'attempt' | 'position'>;

export function effectToRow(effect: Effect): EffectsTable {
  return {
    request_id: effect.requestId,
    attempt: effect.attempt,
    position: effect.position,
    step_id: effect.stepId,
    part: effect.part,
    template_hash: effect.templateHash,
    bindings: toJsonText(effect.bindings),
    status: effect.status,
    answer: toJsonText(effect.answer),
    resource_ids: toJsonText(effect.resourceIds),
    started_at: effect.startedAt,
    settled_at: effect.settledAt,
  };
}

export function effectFromRow(row: Selectable<EffectsTable>): Effect {
  return {
    requestId: requestId(row.request_id),
    attempt: row.attempt,
    position: row.position,
    stepId: row.step_id,
    part: row.part,
    templateHash: row.template_hash,
    bindings: fromJsonText(row.bindings) as JsonObject,
    status: row.status,
    answer: fromJsonText(row.answer) as Json,
    resourceIds: fromJsonText(row.resource_ids) as readonly string[],
    startedAt: row.started_at,
    settledAt: row.settled_at,
  };
}

export function resourceRows(key: EffectKey, resourceIds: readonly string[]): readonly EffectResourcesTable[] {
  return [...new Set(resourceIds)].map((resource_id) => ({
    resource_id,
    request_id: key.requestId,
    attempt: key.attempt,
    position: key.position,
  }));
}

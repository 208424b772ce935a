import { operationId } from '#domain/ids.ts';
import { type Instant, roughly, utcMinute } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import type { ApiKey } from '../objects/api-key.ts';
import type { ViewAction } from '../view.ts';

export const whenUsed = (at: Instant | null, now: Instant): string =>
  at === null ? 'never' : `${roughly(now - at)} ago`;

export const whenEnds = (at: Instant | null): string => (at === null ? 'no end' : utcMinute(at));

/** A key as other operations take it. */
export function keyInput(
  /** The id may be one that only the making of the key will tell. */
  key: Pick<ApiKey, 'name' | 'redacted'> & { readonly id: string | JsonObject },
  project: { id: string; name: string },
): JsonObject {
  return {
    key: { id: key.id, name: key.name, redacted: key.redacted, project: { id: project.id, name: project.name } },
  };
}

/** The buttons that stand beside every key: the same two everywhere. */
export function keyActions(input: JsonObject): readonly ViewAction[] {
  return [
    { label: 'Show', operation: operationId('keys.show'), input, style: 'plain' },
    { label: 'Revoke', operation: operationId('keys.revoke'), input, style: 'danger' },
  ];
}

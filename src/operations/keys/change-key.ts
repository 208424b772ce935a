import type { Instant } from '#domain/instant.ts';
import type { ProjectRef } from '../field.ts';
import type { ApiKey } from '../objects/api-key.ts';
import type { Step } from '../plan.ts';
import { callTemplate, setStep } from '../step.ts';
import { resultOf, secondsUntil, slotJson } from '../template.ts';
import { KEY_PATH } from './key-state.ts';
import { type Scopes, scopesOnWire } from './scopes.ts';

export interface KeyWish {
  /** Null leaves them as they are. */
  readonly scopes: Scopes | null;
  /** Null leaves it as it is. */
  readonly endsAt: Instant | null;
}

const STEP = 'change-key';

/**
 * Gives a key other scopes, another end, or both. Scopes cannot be read and an end is counted from OpenAI's own clock, so that no look
 * at the key proves it: only OpenAI's answer does. Lost, it stays unknown, rather than being taken for done.
 */
export function changeKey(project: ProjectRef, key: ApiKey, more: KeyWish & { readonly title: string }): Step {
  const params = { project_id: project.id, api_key_id: key.id };
  return setStep({
    id: STEP,
    title: more.title,
    call: callTemplate(`POST ${KEY_PATH}`, {
      params,
      body: {
        ...(more.scopes === null ? {} : { scopes: [...scopesOnWire(more.scopes)] }),
        ...(more.endsAt === null ? {} : { expires_in_seconds: slotJson(secondsUntil(more.endsAt)) }),
      },
    }),
    read: callTemplate(`GET ${KEY_PATH}`, { params }),
    where: { id: slotJson(resultOf(STEP, 'id')) },
  });
}

import { setBounded } from '../bounded-map.ts';
import type { Trigger } from './trigger.ts';
import type { Workspace } from './workspace.ts';

/** A trigger lives for 3 s; nobody acts a thousand times in that. */
const MAX_TRIGGERS = 1000;

export function mintTrigger(workspace: Workspace, origin: { userId: string; viewId?: string | null }): string {
  const id = `${workspace.mint.ts().replace('.', '')}.738474920.${workspace.mint.secret()}`;
  const trigger: Trigger = {
    id,
    userId: origin.userId,
    viewId: origin.viewId ?? null,
    mintedAtMonotonicMs: workspace.clock.monotonicMs(),
    exchanged: false,
  };
  setBounded(workspace.triggers, { key: id, value: trigger, max: MAX_TRIGGERS });
  return id;
}

export type Redeemed =
  | { readonly ok: true; readonly trigger: Trigger }
  | { readonly ok: false; readonly error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };

/** Uses a trigger up. It works once, and only `lifetimeMs` of real time long. */
export function redeemTrigger(workspace: Workspace, id: string, lifetimeMs: number): Redeemed {
  const trigger = workspace.triggers.get(id);
  if (trigger === undefined) return { ok: false, error: 'invalid_trigger_id' };
  if (trigger.exchanged) return { ok: false, error: 'exchanged_trigger_id' };
  const ageMs = workspace.clock.monotonicMs() - trigger.mintedAtMonotonicMs;
  if (ageMs > lifetimeMs) return { ok: false, error: 'expired_trigger_id' };
  workspace.triggers.set(id, { ...trigger, exchanged: true });
  return { ok: true, trigger };
}

import { slackUserId } from '#domain/ids.ts';
import type { Caller } from '#workflow/use-cases.ts';

/**
 * The caller that a verified payload proves. Only Slack's own `user` fields are used; nothing that a person typed, picked or
 * carried in a button can name anybody.
 */
export function callerOf(
  user: { readonly id: string; readonly team_id?: string | null | undefined },
  via: string,
  deliveryKey: string | null,
): Caller {
  return { slackId: slackUserId(user.id), teamId: user.team_id ?? null, via, deliveryKey };
}

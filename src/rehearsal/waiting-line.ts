import { isFinal, type RequestState } from '#approvals/state.ts';
import { shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';

const waits: Partial<Readonly<Record<RequestState, (requester: string) => string>>> = {
  pending: () => 'its card is in the approvals channel; waiting for decisions there',
  waiting: (requester) => `approved; waiting for ${requester} to press “Make my key” in Slack`,
  unknown: () => 'OpenAI’s answer was lost; looking whether it happened',
  needs_human: () => 'nobody can tell by reading whether it happened; somebody has to say so on its card',
};

/** What a run waits for just now, and how long at most. Null while nothing is to be waited for. */
export function waitingLine({ state, terms, createdAt }: PlannedRequest, patienceMs: number): string | null {
  if (isFinal(state)) return '..    Waiting for OpenAI’s audit log, which lags.';
  const what = waits[state]?.(terms.requester.name);
  return what === undefined
    ? null
    : `..    ${shortRequestId(terms.id)}, ${terms.plan.title}: ${what} (until ${utcMinute(createdAt + patienceMs)}).`;
}

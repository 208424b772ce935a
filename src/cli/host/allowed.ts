import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { sentenceOf } from '#workflow/host/prove-wish.ts';
import { CommandFailure } from '../command-failure.ts';

/** What was answered, unless it is a refusal, which ends the command with its sentence. */
export function allowed<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new CommandFailure(sentenceOf(answer));
  return answer;
}

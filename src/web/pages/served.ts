import type { Clock } from '#workflow/ports/clock.ts';
import type { PageUseCases } from '#workflow/step-up/page-use-cases.ts';

/** What the pages are served from. */
export interface Served {
  readonly useCases: () => PageUseCases;
  readonly clock: Clock;
}

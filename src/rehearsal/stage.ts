import type { House } from '#workflow/house.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import type { Caller, UseCases } from '#workflow/use-cases.ts';
import type { Took } from './report.ts';

/** Where a rehearsal takes place, and who decides there. */
export interface Stage {
  readonly house: House;
  readonly useCases: UseCases;
  readonly requester: Caller;
  /** Gives people and jobs their turn: in a workspace a moment of real time, in the sandbox the people of the script. */
  readonly turn: (record: PlannedRequest) => Promise<void>;
  /** How long people may take over one request, and OpenAI's audit log over its entries. */
  readonly patienceMs: number;
  readonly tell: (took: Took) => void;
}

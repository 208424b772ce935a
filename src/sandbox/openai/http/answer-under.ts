import { type WireAnswer, problemAnswer } from './exchange.ts';
import type { Fault } from './fault-script.ts';
import { ApiProblem, serverProblem } from './problem.ts';
import { tooManyRequests } from './rate-limiter.ts';
import { listUnder } from './spoil-list.ts';

// Short, because whoever meets it really waits; a header can only speak of whole seconds.
const THROTTLED_FOR_MS = 50;

/** What a call is answered under a fault. `carryOut` applies it, and is left alone where the fault says that nothing is applied. */
export function answerUnder(fault: Fault | null, carryOut: () => WireAnswer): WireAnswer {
  switch (fault) {
    case 'status_500':
      return problemAnswer(serverProblem(500));
    case 'status_503':
    case 'drop_before':
      return problemAnswer(serverProblem(503));
    case 'throttle_header':
      return problemAnswer(tooManyRequests(THROTTLED_FOR_MS, 'retry_after'));
    case 'throttle_message':
      return problemAnswer(tooManyRequests(THROTTLED_FOR_MS, 'in_message'));
    case 'throttle_silent':
      return problemAnswer(tooManyRequests(THROTTLED_FOR_MS, 'silent'));
    case 'not_found':
      return problemAnswer(new ApiProblem({ status: 404, message: 'Not found.', code: 'not_found' }));
    case 'status_500_after':
      carryOut();
      return problemAnswer(serverProblem(500));
    case 'drop_after':
    case 'truncate':
    case 'hang':
    case 'not_json':
    case 'repeat_cursor':
    case 'missing_last_id':
    case 'empty_list':
    case null:
      return listUnder(fault, carryOut());
  }
}

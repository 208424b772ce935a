import type { OpenAiEmulator } from '#sandbox/openai/start.ts';
import { operationOf, violations } from '../../contract/contract.ts';

/**
 * A fetch that holds every call that succeeds, and was not spoiled on purpose, against the contract: what the emulator
 * accepted has to be allowed, and what it answered has to be in the form that is documented.
 */
export function fetchByContract(emulator: OpenAiEmulator): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const received = emulator.calls().findLast(({ requestId }) => requestId === response.headers.get('x-request-id'));
    if (!response.ok || received === undefined || received.fault !== null) return response;
    const operation = operationOf(received.method, received.path);
    const problems = [
      ...violations(operation, 'answer', await response.clone().json()),
      ...(received.body === null ? [] : violations(operation, 'body', received.body)),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return response;
  };
}

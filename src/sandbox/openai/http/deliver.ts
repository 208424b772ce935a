import type { ServerResponse } from 'node:http';

import type { WireAnswer } from './exchange.ts';
import type { Fault } from './fault-script.ts';

/** Whether the client gets no status line under this fault. */
export function staysSilent(fault: Fault | null): boolean {
  return fault === 'drop_before' || fault === 'drop_after' || fault === 'hang';
}

/** Sends the answer, or what the fault makes of it. */
export function deliver(answer: WireAnswer, fault: Fault | null, outgoing: ServerResponse): void {
  // A hanging call keeps its connection until the client gives up or the emulator closes.
  if (fault === 'hang') return;
  if (staysSilent(fault)) {
    outgoing.destroy();
    return;
  }
  if (fault === 'not_json') {
    outgoing.writeHead(answer.status, { ...answer.headers, 'content-type': 'text/html' });
    outgoing.end('<html><body>A proxy was here.</body></html>');
    return;
  }
  const bytes = Buffer.from(JSON.stringify(answer.body));
  outgoing.writeHead(answer.status, {
    ...answer.headers,
    'content-type': 'application/json',
    'content-length': bytes.length,
  });
  if (fault === 'truncate') {
    outgoing.write(bytes.subarray(0, bytes.length / 2), () => outgoing.destroy());
  } else {
    outgoing.end(bytes);
  }
}

import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SSEStreamingApi } from 'hono/streaming';
import { refusal } from './guard.ts';
import type { Stage } from './stage.ts';

/** One act of a person makes a dozen changes within a few milliseconds; the page needs to look once after them. */
const COALESCE_MS = 40;

/** Browsers and proxies give up on a silent stream after a minute or so. */
const HEARTBEAT_MS = 20_000;

/** A browser opens at most six connections a host over HTTP/1.1, so this is several browsers at once. */
const MAX_STREAMS = 32;

export interface ChangeStream {
  open(context: Context): Response;
  /** After a reset the stage may have another seat. */
  listenAgain(): void;
  close(): void;
}

/** Tells every open page that something changed, never what: the page then reads what its person may see. */
export function createChangeStream(stage: Stage): ChangeStream {
  const tellers = new Set<Teller>();
  let revision = 0;
  let due: NodeJS.Timeout | null = null;
  let stops: readonly (() => void)[] = [];

  function tellAll(): void {
    due = null;
    revision += 1;
    for (const teller of tellers) teller.tell(revision);
  }

  function listenAgain(): void {
    for (const stop of stops) stop();
    const changed = () => {
      due ??= setTimeout(tellAll, COALESCE_MS);
    };
    stops = [stage.subscribe(changed), stage.seat.subscribe(changed)];
  }

  const heartbeat = setInterval(() => {
    for (const teller of tellers) void teller.stream.write(': still here\n\n');
  }, HEARTBEAT_MS).unref();

  function open(context: Context): Response {
    if (tellers.size >= MAX_STREAMS) return context.json(refusal('too_many_pages', 'Close another tab first.'), 503);
    return streamSSE(context, async (stream) => {
      const teller = createTeller(stream);
      tellers.add(teller);
      teller.tell(revision);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      tellers.delete(teller);
    });
  }

  function close(): void {
    clearInterval(heartbeat);
    if (due !== null) clearTimeout(due);
    for (const stop of stops) stop();
    for (const teller of tellers) teller.stream.abort();
  }

  listenAgain();
  return { open, listenAgain, close };
}

interface Teller {
  readonly stream: SSEStreamingApi;
  tell(revision: number): void;
}

/** A page that reads slowly misses events in between, never the last one, and nothing piles up for it. */
function createTeller(stream: SSEStreamingApi): Teller {
  let writing = false;
  let due: number | null = null;
  async function write(): Promise<void> {
    writing = true;
    while (due !== null && !stream.aborted) {
      const data = String(due);
      due = null;
      await stream.writeSSE({ event: 'change', data });
    }
    writing = false;
  }
  const tell = (revision: number) => {
    due = revision;
    if (!writing) void write();
  };
  return { stream, tell };
}

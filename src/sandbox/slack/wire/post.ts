import { request, type IncomingMessage } from 'node:http';

export interface Outgoing {
  readonly url: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The app did not answer: in time, or at all. */
export class NoAnswerError extends Error {
  readonly timedOut: boolean;

  constructor(timedOut: boolean, cause?: unknown) {
    super(timedOut ? 'The app did not answer in time.' : 'The app could not be reached.', { cause });
    this.name = 'NoAnswerError';
    this.timedOut = timedOut;
  }
}

/** An acknowledgement is at most a view (250 KB); anything far beyond is cut off. */
const MAX_ANSWER_BYTES = 1_000_000;

/**
 * One request over a connection of its own, with exactly these headers: a pooled connection could be a dead one, and
 * Slack's content types are compared literally by receivers.
 * @throws NoAnswerError
 */
export function post(outgoing: Outgoing): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(outgoing.url);
    const headers = { ...outgoing.headers, 'Content-Length': String(Buffer.byteLength(outgoing.body)) };
    const sent = request(url, { method: outgoing.method ?? 'POST', headers, agent: false }, (response) => {
      readAnswer(response)
        .then(resolve, (cause: unknown) => reject(new NoAnswerError(false, cause)))
        .finally(() => clearTimeout(timer));
    });
    const timer = setTimeout(() => {
      reject(new NoAnswerError(true));
      sent.destroy();
    }, outgoing.timeoutMs);
    sent.on('error', (cause) => {
      clearTimeout(timer);
      reject(new NoAnswerError(false, cause));
    });
    sent.end(outgoing.body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error('The answer is too long.');
    parts.push(part);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(parts).toString('utf8'),
  };
}

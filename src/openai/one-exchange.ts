import type { Dispatcher } from 'undici';

/** What came over the wire, before anybody looked into it. */
export type Raw =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: RawHeaders; readonly bytes: Buffer }
  /** `wasSent: false` is proof that the vendor has not seen a single byte of the request. */
  | {
      readonly kind: 'lost';
      readonly wasSent: boolean;
      readonly status: number | null;
      readonly headers: RawHeaders;
      readonly error: Error;
    };

export type RawHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ExchangeLimits {
  /** From dispatch to the last byte. Exact, where undici's own timeouts may come a second late. */
  readonly totalMs: number;
  /** Of the answer's body. */
  readonly maxBytes: number;
}

class OverLimit extends Error {
  override readonly name = 'OverLimit';
  readonly code: 'TOTAL_TIMEOUT' | 'TOO_LARGE' | 'SENT_TWICE';

  constructor(code: OverLimit['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * One HTTP exchange and no more.
 *
 * The evidence for "not a byte was sent" is undici's `onRequestStart`: over HTTP/1.1 it is called in the same turn in which the head
 * of the request is written, after the connection and its TLS stand (undici 8.12, `client-h1.js`). As long as it was not called, name
 * resolution, connecting, TLS or the proxy failed, or the call still waited for them. Once it was called, bytes may be out, so
 * everything that goes wrong afterwards counts as sent. A second start is refused before it writes: one call is never sent twice,
 * whatever the library thinks about retrying.
 */
class OneExchange implements Dispatcher.DispatchHandler {
  readonly #limits: ExchangeLimits;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #settle: ((raw: Raw) => void) | null;
  #controller: Dispatcher.DispatchController | null = null;
  #status: number | null = null;
  #headers: RawHeaders = {};
  #size = 0;

  constructor(limits: ExchangeLimits, settle: (raw: Raw) => void) {
    this.#limits = limits;
    this.#settle = settle;
    this.#timer = setTimeout(() => this.#stop(new OverLimit('TOTAL_TIMEOUT')), limits.totalMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#controller !== null || this.#settle === null) {
      controller.abort(new OverLimit('SENT_TWICE'));
      return;
    }
    this.#controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: RawHeaders): void {
    // Informational: the answer itself is still to come.
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#limits.maxBytes) this.#stop(new OverLimit('TOO_LARGE'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#status === null) this.onResponseError(null, new Error('An answer without a status'));
    else
      this.#end({ kind: 'answered', status: this.#status, headers: this.#headers, bytes: Buffer.concat(this.#chunks) });
  }

  onResponseError(_: unknown, error: Error): void {
    this.#end({
      kind: 'lost',
      wasSent: this.#controller !== null,
      status: this.#status,
      headers: this.#headers,
      error,
    });
  }

  /** Settles before it aborts: while no connection stands there is nothing to abort, and nobody would be told. */
  #stop(reason: OverLimit): void {
    this.onResponseError(null, reason);
    this.#controller?.abort(reason);
  }

  #end(raw: Raw): void {
    clearTimeout(this.#timer);
    this.#settle?.(raw);
    this.#settle = null;
  }
}

/** Sends one request, once. Never rejects. */
export function exchangeOnce(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  limits: ExchangeLimits,
): Promise<Raw> {
  return new Promise((resolve) => {
    const exchange = new OneExchange(limits, resolve);
    try {
      dispatcher.dispatch(request, exchange);
    } catch (error) {
      exchange.onResponseError(null, error as Error);
    }
  });
}

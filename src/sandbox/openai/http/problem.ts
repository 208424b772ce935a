export interface ProblemParts {
  /** The HTTP status. */
  readonly status: number;
  readonly message: string;
  readonly param?: string;
  readonly code?: string;
  /** `invalid_request_error` unless the server is at fault. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Without the envelope, as the reference shows it for rate limits. */
  readonly isFlat?: boolean;
}

/** An answer that is not a success. Thrown anywhere below the exchange, which turns it into OpenAI's error envelope. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #parts: ProblemParts;

  constructor(parts: ProblemParts) {
    super(parts.message);
    this.status = parts.status;
    this.headers = parts.headers ?? {};
    this.#parts = parts;
  }

  /** `{"error": {"message", "type", "param", "code"}}`; OpenAI API reference, 2026-11. */
  get envelope(): Readonly<Record<string, unknown>> {
    const { status, message, type = 'invalid_request_error', param = null, code = null, isFlat } = this.#parts;
    if (isFlat === true) return { code: status, message };
    return { error: { message, type, param, code } };
  }
}

/** 400: the call was understood and is not acceptable. */
export function badRequest(message: string, at: { readonly param?: string; readonly code?: string } = {}): ApiProblem {
  return new ApiProblem({ status: 400, message, ...at });
}

/** 404: what the path names does not exist. `what` is a capitalised noun. */
export function notFound(what: string, id: string, param: string): ApiProblem {
  return new ApiProblem({ status: 404, message: `${what} ${id} not found.`, param, code: 'not_found' });
}

/** 500 or 503, as a broken or overloaded server answers. */
export function serverProblem(status: 500 | 503): ApiProblem {
  const message =
    status === 500
      ? 'The server had an error while processing your request.'
      : 'The engine is currently overloaded, please try again later.';
  return new ApiProblem({ status, message, type: 'server_error' });
}

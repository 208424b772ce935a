/** Stable codes of what can go wrong in the world around us; logs, tests and runbooks name them. */
export type FaultCode =
  | 'config.invalid'
  | 'database.busy'
  | 'database.failed'
  | 'database.locked'
  | 'openai.bad_answer'
  | 'openai.forbidden'
  | 'openai.not_found'
  | 'openai.refused'
  | 'openai.throttled'
  | 'openai.unreachable'
  | 'slack.refused'
  | 'slack.throttled'
  | 'slack.unreachable'
  | 'audit.unwritable'
  | 'secret.unsealable';

/** The world failed. `canRetry` says whether the same attempt could succeed later; `message` never holds a secret. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly canRetry: boolean;

  constructor(code: FaultCode, message: string, more: { canRetry?: boolean; cause?: unknown } = {}) {
    super(message, { cause: more.cause });
    this.code = code;
    this.canRetry = more.canRetry ?? false;
  }
}

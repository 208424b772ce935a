/** Why an exchange had no answer. The first group can only happen before anything was sent. */
export type Loss =
  | 'name not found'
  | 'connection refused'
  | 'connection not made in time'
  | 'TLS refused'
  | 'proxy refused'
  | 'stopping'
  | 'connection lost'
  | 'answer not in time'
  | 'answer too large'
  | 'refused a second sending'
  | 'unknown failure';

// Codes of Node 24 (`dns`, `net`, `tls`) and of undici 8.12 (`lib/core/errors.js`).
const byCode: Readonly<Record<string, Loss>> = {
  ENOTFOUND: 'name not found',
  EAI_AGAIN: 'name not found',
  ECONNREFUSED: 'connection refused',
  EHOSTUNREACH: 'connection refused',
  ENETUNREACH: 'connection refused',
  ETIMEDOUT: 'connection not made in time',
  UND_ERR_CONNECT_TIMEOUT: 'connection not made in time',
  UND_ERR_PRX_TLS: 'proxy refused',
  UND_ERR_PRX_CONN: 'proxy refused',
  UND_ERR_ABORTED: 'proxy refused',
  UND_ERR_CLOSED: 'stopping',
  UND_ERR_DESTROYED: 'stopping',
  ECONNRESET: 'connection lost',
  EPIPE: 'connection lost',
  UND_ERR_SOCKET: 'connection lost',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'connection lost',
  UND_ERR_HEADERS_TIMEOUT: 'answer not in time',
  UND_ERR_BODY_TIMEOUT: 'answer not in time',
  UND_ERR_HEADERS_OVERFLOW: 'answer too large',
  TOO_LARGE: 'answer too large',
  SENT_TWICE: 'refused a second sending',
};

const TLS =
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO|CRL_|INVALID_CA|INVALID_PURPOSE)/;

const sentences: Readonly<Record<Loss, string>> = {
  'name not found': 'The name of OpenAI’s host could not be resolved. Check the network and its DNS.',
  'connection refused': 'OpenAI’s host refused the connection. Check the network and COUNTERSIGN_OPENAI_BASE_URL.',
  'connection not made in time': 'No connection to OpenAI was made in time. Check the network, firewall and proxy.',
  'TLS refused':
    'The connection to OpenAI could not be secured. Check the certificate, the proxy and the machine’s clock.',
  'proxy refused': 'The proxy did not let the call through. Check its address and credentials.',
  stopping: 'Countersign is stopping, so nothing more is sent to OpenAI.',
  'connection lost': 'The connection to OpenAI broke before the answer was complete.',
  'answer not in time': 'OpenAI did not answer in time.',
  'answer too large': 'OpenAI’s answer was too large to be read.',
  'refused a second sending': 'The call would have been sent a second time and was stopped.',
  'unknown failure': 'The call to OpenAI failed for an unknown reason.',
};

/** The loss as a sentence that says what to look at. */
export function sayLoss(loss: Loss): string {
  return sentences[loss];
}

/** Names the cause. The error itself goes no further: its text may quote what was sent. */
export function lossOf(error: unknown, wasSent: boolean): Loss {
  const code = codeOf(error);
  if (code === 'TOTAL_TIMEOUT') return wasSent ? 'answer not in time' : 'connection not made in time';
  if (TLS.test(code)) return 'TLS refused';
  return byCode[code] ?? 'unknown failure';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

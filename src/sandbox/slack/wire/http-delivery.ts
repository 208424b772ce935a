import type { Behaviour } from '../behaviour.ts';
import { parseJson } from '../record.ts';
import type { Delivered, Delivery, Envelope } from './delivery.ts';
import type { DeliveryLedger } from './delivery-ledger.ts';
import { type Answer, NoAnswerError, post } from './post.ts';
import { signatureHeaders } from './sign.ts';

export interface HttpDeliveryOptions {
  readonly requestUrl: () => string;
  readonly signingSecret: string;
  /** The time in the signature, epoch milliseconds. */
  readonly stampNowMs: () => number;
  readonly behaviour: Behaviour;
  readonly ledger: DeliveryLedger;
}

/** Receivers compare this literally: with a charset behind it they parse the form as JSON and fail. */
const FORM = 'application/x-www-form-urlencoded';

/** Sends everything to the app's one request URL, signed, as Slack does for an app without Socket Mode. */
export function createHttpDelivery(options: HttpDeliveryOptions): Delivery {
  return {
    async send(envelope) {
      const { body, contentType } = encode(envelope);
      const timestampSeconds = Math.floor(options.stampNowMs() / 1000);
      const headers = {
        'Content-Type': contentType,
        'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        Accept: 'application/json,*/*',
        ...retryHeaders(envelope),
        ...signatureHeaders(body, { signingSecret: options.signingSecret, timestampSeconds }),
      };
      const delivered = await attempt({
        url: options.requestUrl(),
        headers,
        body,
        timeoutMs: options.behaviour.ackTimeoutMs,
      });
      options.ledger.note({ headers, body, delivered });
      return delivered;
    },
    close: () => Promise.resolve(),
  };
}

async function attempt(outgoing: Parameters<typeof post>[0]): Promise<Delivered> {
  try {
    const answer = await post(outgoing);
    if (answer.status < 200 || answer.status > 299) return { ok: false, failed: 'dispatch_failed' };
    return { ok: true, answer: decode(answer) };
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    return { ok: false, failed: error.timedOut ? 'operation_timeout' : 'dispatch_failed' };
  }
}

function encode(envelope: Envelope): { readonly body: string; readonly contentType: string } {
  if (envelope.kind === 'events_api')
    return { body: JSON.stringify(envelope.payload), contentType: 'application/json' };
  const fields = envelope.kind === 'interactive' ? { payload: JSON.stringify(envelope.payload) } : envelope.payload;
  return { body: new URLSearchParams(fields).toString(), contentType: FORM };
}

function decode(answer: Answer): unknown {
  if (answer.body.trim() === '') return null;
  return parseJson(answer.body) ?? answer.body;
}

function retryHeaders(envelope: Envelope): Readonly<Record<string, string>> {
  if (envelope.kind !== 'events_api' || envelope.retry === null) return {};
  return { 'X-Slack-Retry-Num': String(envelope.retry.number), 'X-Slack-Retry-Reason': envelope.retry.reason };
}

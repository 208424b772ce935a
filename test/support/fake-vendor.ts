import { Fault } from '#domain/fault.ts';
import { isJsonObject, type Json, valueAt } from '#domain/json.ts';
import { Secret } from '#domain/secret.ts';
import { type Call, describeCall, isMutation } from '#operations/call.ts';
import type { Endpoint } from '#operations/endpoint.ts';
import type { Outcome, Vendor } from '#workflow/ports/vendor.ts';
import { handlers } from './organization-endpoints.ts';
import { SmallOrganization } from './small-organization.ts';

/**
 * What goes wrong with one change. `refused`, `not-sent`, `throttled`: nothing happened, and that is said. `not-there-yet`: OpenAI does not
 * find what it has just made. `throttled-but-done`: a vendor
 * that does not keep its word. `lost-after` and `lost-before`: the answer is lost, and only the truth knows whether it happened.
 */
export type Mishap =
  | 'refused'
  | 'not-sent'
  | 'not-there-yet'
  | 'throttled'
  | 'throttled-but-done'
  | 'lost-after'
  | 'lost-before';

/** A change that reached the vendor, whether or not it had an effect. */
export interface Arrival {
  readonly call: Call;
  /** What the ledger said about it at that moment; a change must never arrive before its intent is committed. */
  readonly hadIntent: boolean;
}

/** OpenAI as a port: the truth of a small organization behind answers that can be made to fail. */
export class FakeVendor implements Vendor {
  readonly organization = new SmallOrganization();
  readonly arrivals: Arrival[] = [];
  readonly reads: Call[] = [];
  readonly #mishaps = new Map<Endpoint, Mishap[]>();
  readonly #stale = new Map<string, Json>();
  /** While this is set, every read fails with it. */
  readFault: Fault | null = null;
  /** What is wrong with reading this, if anything. */
  brokenRead: (call: Call) => Error | null = () => null;
  /** Asked at each arrival: does the record hold a committed intent of exactly this call? */
  hasIntent: (call: Call) => Promise<boolean> = () => Promise.resolve(false);
  /** Runs just before a change takes effect. */
  beforeChange: (call: Call) => Promise<void> = () => Promise.resolve();

  /** The next changes through this endpoint go wrong like this, one after the other. */
  willGoWrong(endpoint: Endpoint, ...mishaps: readonly Mishap[]): void {
    this.#mishaps.set(endpoint, [...(this.#mishaps.get(endpoint) ?? []), ...mishaps]);
  }

  /** Reads of this endpoint go on answering what they answer now, as lists that lag behind do; `catchUp` ends it. */
  async lagBehind(call: Call): Promise<void> {
    this.#stale.set(keyOf(call), await this.#answer(call));
  }

  catchUp(): void {
    this.#stale.clear();
  }

  async read(call: Call, how: Parameters<Vendor['read']>[1]): Promise<Json> {
    this.reads.push(call);
    await Promise.resolve();
    const fault = this.readFault ?? this.brokenRead(call);
    if (fault !== null) throw fault;
    const stale = this.#stale.get(keyOf(call));
    const answer = stale === undefined ? await this.#answer(call) : stale;
    if (answer === null && how.absent === 'fault') throw new Fault('openai.not_found', 'OpenAI does not know this');
    return answer;
  }

  async perform(call: Call, how: Parameters<Vendor['perform']>[1]): Promise<Outcome> {
    const mishap = this.#mishaps.get(call.endpoint)?.shift() ?? null;
    const exchange = { ...describeCall(call), status: null, vendorRequestId: 'req_fake', durationMs: 5 };
    if (mishap === 'not-sent') {
      return { kind: 'not-applied', code: 'not_sent', message: 'No connection could be made.', exchange };
    }
    this.arrivals.push({ call, hadIntent: await this.hasIntent(call) });
    await this.beforeChange(call);
    const message = 'The answer was lost.';
    if (mishap === 'lost-before') return { kind: 'unknown', message, exchange };
    if (mishap === 'throttled')
      return { kind: 'throttled', retryAfterMs: 1000, message: 'Too many requests.', exchange };
    if (mishap === 'not-there-yet')
      return { kind: 'not-applied', code: 'not_found', message: 'No such thing.', exchange };
    if (mishap === 'refused') return { kind: 'not-applied', code: 'forbidden', message: 'Not allowed.', exchange };
    const answer = await this.#answer(call);
    if (mishap === 'lost-after') return { kind: 'unknown', message, exchange };
    if (mishap === 'throttled-but-done') return { kind: 'throttled', retryAfterMs: 1000, message, exchange };
    if (answer === null) return { kind: 'not-applied', code: 'not_found', message: 'No such thing.', exchange };
    return { kind: 'applied', ...cut(answer, how.secretAt), exchange: { ...exchange, status: 200 } };
  }

  isOwnKey(): boolean {
    return false;
  }

  clockAheadMs(): number | null {
    return null;
  }

  /** Arrivals in words: `DELETE /organization/…`. */
  sent(): readonly string[] {
    return this.arrivals.map(({ call }) => Object.values(describeCall(call)).join(' '));
  }

  #answer(call: Call): Promise<Json> {
    const handler = handlers[call.endpoint];
    if (handler === undefined) {
      // What no story is about is an empty list to whoever looks, and a mistake of the test to whoever changes it.
      if (isMutation(call)) throw new Error(`The small organization does not answer ${call.endpoint}`);
      return Promise.resolve({ data: [] });
    }
    return Promise.resolve(handler(this.organization, call));
  }
}

const keyOf = (call: Call): string => Object.values(describeCall(call)).join(' ');

function cut(answer: Json, secretAt: readonly string[] | null): { answer: Json; secrets: readonly Secret[] } {
  const value = secretAt === null ? undefined : valueAt(answer, secretAt);
  if (secretAt === null || typeof value !== 'string' || !isJsonObject(answer)) return { answer, secrets: [] };
  const rest = Object.fromEntries(Object.entries(answer).filter(([key]) => key !== secretAt[0]));
  return { answer: rest, secrets: [new Secret(value)] };
}

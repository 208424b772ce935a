import { z } from 'zod';
import type { Relation } from '#domain/follows.ts';
import { type OperationId, type PersonId, type RequestId, requestId, type SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Tier } from '#domain/tier.ts';
import type { Stop } from './act.ts';
import { bareFieldsOf, type Fields, type InputOf, type StoredInput } from './field.ts';
import { inputSchema } from './input.ts';
import type { Need } from './need.ts';
import type { Plan } from './plan.ts';
import type { View } from './view.ts';

/** Who asks. `openaiEmail` is the address the policy binds to this person; nobody else's word counts. */
export interface Requester {
  readonly slackId: SlackUserId;
  readonly personId: PersonId;
  readonly name: string;
  readonly openaiEmail: string | null;
}

/** Everything that is known when an operation runs, time included: an operation is a function of this and of what it read. */
export interface Ask<Input> {
  readonly input: Input;
  readonly requester: Requester;
  readonly requestId: RequestId;
  /** What the requester says the change is for. Empty for reads. */
  readonly reason: string;
  readonly now: Instant;
}

/** An operation as the rest of the house sees it: input and knowledge are JSON, checked at this edge. */
export interface Operation {
  readonly id: OperationId;
  readonly family: string;
  readonly verb: string;
  /** A `stop` takes effect at once and can only stop things, so nobody has to agree. */
  readonly kind: 'read' | 'change' | 'stop';
  readonly tier: Tier;
  /** Whose state it is about: OpenAI's, or our own, for which nothing is sent. */
  readonly at: 'vendor' | 'house';
  /** "Get an API key": names the button, the modal and the help line. */
  readonly title: string;
  readonly summary: string;
  readonly example: string;
  /** One word that stands for family and verb: `/openai undo` for `/openai requests undo`. */
  readonly alias: string | null;
  readonly fields: Fields;
  /** Fields that words without a flag fill, in this order. */
  readonly bare: readonly string[];
  /** At most so many calls to the vendor while preparing; more is refused rather than hidden. */
  readonly callBudget: number;
  parseInput(stored: StoredInput): z.ZodSafeParseResult<JsonObject>;
  /** What must still be read; an empty list means the plan or view can be made. */
  need(ask: Ask<StoredInput>, known: JsonObject): readonly Need[] | Refusal;
  /** Only of a change that becomes another one: undoing, going on, replacing. That other operation is then planned and judged. */
  readonly redirect: {
    readonly as: Relation;
    /** The earlier request that it is about. */
    of(ask: Ask<StoredInput>): RequestId;
    to(ask: Ask<StoredInput>, known: JsonObject): Redirect | Refusal;
  } | null;
  /** Only of a change, and of a stop that can be done at the desk. */
  plan(ask: Ask<StoredInput>, known: JsonObject): Plan | Refusal;
  /** Only of a stop. */
  stop(ask: Ask<StoredInput>, known: JsonObject): Stop | Refusal;
  /** Only of a read. */
  view(ask: Ask<StoredInput>, known: JsonObject): View | Refusal;
}

/** The operation that a redirecting one stands for this time. */
export interface Redirect {
  readonly operation: OperationId;
  readonly input: JsonObject;
}

interface Declared<F extends Fields, K> {
  readonly id: OperationId;
  readonly title: string;
  readonly summary: string;
  readonly example: string;
  readonly alias?: string;
  /** Left out: the one field that stands for what it is about. */
  readonly bare?: readonly (keyof F & string)[];
  readonly fields: F;
  readonly callBudget: number;
  /** Shape of everything that `need` asks for. */
  readonly known: z.ZodType<K>;
  readonly need: (ask: Ask<InputOf<F>>, known: Partial<K>) => readonly Need[] | Refusal;
}

export interface DeclaredChange<F extends Fields, K> extends Declared<F, K> {
  /** Left out: `vendor`. A plan of the house has an act instead of steps. */
  readonly at?: 'house';
  readonly tier: Exclude<Tier, 'read'>;
  readonly plan: (ask: Ask<InputOf<F>>, known: K) => Plan | Refusal;
}

/** Of a redirect the field `request` names the earlier request that it is about. */
type AboutRequest = Fields & { readonly request: { readonly kind: 'request'; readonly required: true } };

export interface DeclaredRedirect<F extends AboutRequest, K> extends Declared<F, K> {
  readonly as: Relation;
  readonly redirect: (ask: Ask<InputOf<F>>, known: K) => Redirect | Refusal;
}

export interface DeclaredStop<F extends Fields, K> extends Declared<F, K> {
  readonly stop: (ask: Ask<InputOf<F>>, known: K) => Stop | Refusal;
  /** The same as a plan of the house, of what can also be done at the desk: there it stands under a digest that is signed. */
  readonly plan?: (ask: Ask<InputOf<F>>, known: K) => Plan | Refusal;
}

export interface DeclaredRead<F extends Fields, K> extends Declared<F, K> {
  readonly view: (ask: Ask<InputOf<F>>, known: K) => View | Refusal;
}

function edge<F extends Fields, K>(declared: Declared<F, K>) {
  const schema = inputSchema(declared.fields);
  const typed = (ask: Ask<StoredInput>): Ask<InputOf<F>> => ({ ...ask, input: schema.parse(ask.input) as InputOf<F> });
  const [family = '', verb = ''] = declared.id.split('.');
  return {
    typed,
    common: {
      id: declared.id,
      family,
      verb,
      title: declared.title,
      summary: declared.summary,
      example: declared.example,
      alias: declared.alias ?? null,
      fields: declared.fields,
      bare: declared.bare ?? bareFieldsOf(declared.fields),
      callBudget: declared.callBudget,
      parseInput: (stored: StoredInput) => schema.safeParse(stored),
      need: (ask: Ask<StoredInput>, known: JsonObject) => declared.need(typed(ask), known as Partial<K>),
    },
  };
}

const neither = (id: OperationId) => ({
  plan: () => wrongKind(id, 'change'),
  stop: () => wrongKind(id, 'stop'),
  view: () => wrongKind(id, 'read'),
});

function wrongKind(id: OperationId, kind: string): never {
  throw new TypeError(`${id} is not a ${kind}`);
}

/** Declares something that changes the organization. */
export function declareChange<F extends Fields, K>(declared: DeclaredChange<F, K>): Operation {
  const { typed, common } = edge(declared);
  return {
    ...common,
    ...neither(declared.id),
    kind: 'change',
    at: declared.at ?? 'vendor',
    tier: declared.tier,
    redirect: null,
    plan: (ask, known) => declared.plan(typed(ask), declared.known.parse(known)),
  };
}

/** Declares a change that becomes another one. What people see, approve and send is that other operation's plan. */
export function declareRedirect<F extends AboutRequest, K>(declared: DeclaredRedirect<F, K>): Operation {
  const { typed, common } = edge(declared);
  return {
    ...common,
    ...neither(declared.id),
    kind: 'change',
    at: 'vendor',
    tier: 'routine',
    redirect: {
      as: declared.as,
      of: (ask) => requestId(z.string().parse(ask.input['request'])),
      to: (ask, known) => declared.redirect(typed(ask), declared.known.parse(known)),
    },
  };
}

/** Declares something that only looks. */
export function declareRead<F extends Fields, K>(declared: DeclaredRead<F, K>): Operation {
  const { typed, common } = edge(declared);
  return {
    ...common,
    ...neither(declared.id),
    kind: 'read',
    at: 'vendor',
    tier: 'read',
    redirect: null,
    view: (ask, known) => declared.view(typed(ask), declared.known.parse(known)),
  };
}

/** Declares something that takes effect at once because it can only stop things. */
export function declareStop<F extends Fields, K>(declared: DeclaredStop<F, K>): Operation {
  const { typed, common } = edge(declared);
  const { plan } = declared;
  return {
    ...common,
    ...neither(declared.id),
    ...(plan === undefined
      ? {}
      : { plan: (ask: Ask<StoredInput>, known: JsonObject) => plan(typed(ask), declared.known.parse(known)) }),
    kind: 'stop',
    at: 'house',
    tier: 'routine',
    redirect: null,
    stop: (ask, known) => declared.stop(typed(ask), declared.known.parse(known)),
  };
}

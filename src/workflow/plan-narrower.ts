import { digestOfSight } from '#approvals/suggestion.ts';
import type { Instant } from '#domain/instant.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Field } from '#operations/field.ts';
import { compareInputs, narrowable } from '#operations/narrower.ts';
import type { Operation } from '#operations/operation.ts';
import { parseWord, wordOf } from '#operations/word.ts';
import type { NarrowedField } from '#approvals/suggestion.ts';
import { requesterOf } from './admit.ts';
import { checkInput } from './check-input.ts';
import { planAndJudge } from './plan-and-judge.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Caller } from './use-cases.ts';

/** What somebody would approve instead: the same with less, planned as if its requester had asked for that. */
export interface Narrower {
  readonly input: JsonObject;
  readonly fields: readonly NarrowedField[];
  readonly sight: string;
  readonly record: PlannedRequest;
}

const what = 'Your suggestion was not made.';
const notNarrower = (rule: string): Refusal => refuse('suggestion.not-narrower', { what, rule });

function read(field: Field, word: string): Json | Refusal {
  const parsed = parseWord(field, word);
  if (parsed === null) return notNarrower(`${field.label} cannot be suggested.`);
  return parsed.kind === 'problem' ? notNarrower(`${field.label}: ${parsed.sentence}`) : parsed.value;
}

/** The input with less in it. Only what the operation declares as comparable is read; whatever else is said is refused. */
function narrowed(
  operation: Operation,
  record: PlannedRequest,
  words: Readonly<Record<string, string>>,
): JsonObject | Refusal {
  const { input, reason } = record.terms;
  const fields = narrowable(operation.fields, input);
  const less: Record<string, Json> = {};
  for (const [name, word] of Object.entries(words)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined)
      return notNarrower('Only what can be less can be suggested: a shorter time, a lower amount, fewer of a list.');
    const value = read(field, word);
    if (isRefusal(value)) return value;
    less[name] = value;
  }
  const checked = checkInput({ operationId: operation.id, input: { ...input, ...less }, reason }, 'change');
  return isRefusal(checked) ? checked : checked.input;
}

function inWords(
  operation: Operation,
  name: string,
  { from, to }: { from: JsonObject; to: JsonObject },
): NarrowedField {
  const field = operation.fields[name];
  const word = (value: Json | undefined): string => (field === undefined ? '' : wordOf(field, value ?? null));
  return { label: field?.label ?? name, from: word(from[name]), to: word(to[name]) };
}

/** Plans what would be sent if the requester took this suggestion, for the moment `at`, and says what of it is less. */
export async function planNarrower(
  house: House,
  record: PlannedRequest,
  how: { readonly words: Readonly<Record<string, string>>; readonly at: Instant; readonly caller: Caller },
): Promise<Narrower | Refusal> {
  const { terms } = record;
  const operation = findOperation(terms.plan.operation);
  if (operation === null) return notNarrower('This kind of request is not made any more.');
  const input = narrowed(operation, record, how.words);
  if (isRefusal(input)) return input;
  const compared = compareInputs(operation.fields, terms.input, input);
  if (compared.kind === 'same')
    return notNarrower('This is what was asked for already. Say what should be less, or approve it.');
  if (compared.kind === 'wider') {
    const label = operation.fields[compared.field]?.label ?? compared.field;
    return notNarrower(`${label} would not be less than what was asked for. An approver can only suggest less.`);
  }
  const requester = requesterOf(house, terms.requester.slackId, terms.requester.name);
  const follows = { as: 'changes', request: terms.id } as const;
  const draft = {
    operation,
    input,
    reason: terms.reason,
    requester,
    caller: how.caller,
    follows,
    emergency: null,
    confidential: false,
    notBefore: terms.notBefore,
    at: how.at,
  };
  const planned = await planAndJudge(house, draft);
  if (isRefusal(planned)) return planned;
  const fields = compared.fields.map((name) => inWords(operation, name, { from: terms.input, to: input }));
  return { input, fields, sight: digestOfSight(planned.terms), record: planned };
}

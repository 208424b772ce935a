import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { issuedKeySchema, issuedScopesSchema } from '../memory.ts';
import { type Need, read, recall } from '../need.ts';
import { apiKeySchema } from '../objects/api-key.ts';
import { weekOfKeyUse } from '../objects/key-use.ts';
import { keepModelUse, modelUseSchema } from '../objects/model-use.ts';
import { type Ask, declareRead } from '../operation.ts';
import type { ViewAction, ViewPart } from '../view.ts';
import { keyActions, keyInput, whenEnds, whenUsed } from './describe-key.ts';
import { readKey, sayOwner } from './key-state.ts';
import { sayScopes } from './scopes.ts';

const fields = {
  key: { kind: 'key', label: 'Key', hint: 'By name, id or redacted value. Never paste a key itself.', required: true },
} as const;

const known = z.object({
  key: apiKeySchema.nullable(),
  issued: issuedKeySchema.nullable(),
  scopes: issuedScopesSchema.nullable(),
  use: modelUseSchema.optional(),
});
type Known = z.infer<typeof known>;
type ShowAsk = Ask<InputOf<typeof fields>>;

function need({ input, now }: ShowAsk, have: Partial<Known>): readonly Need[] {
  if (have.key === undefined) {
    const keyId = input.key.id;
    return [
      readKey(input.key),
      recall('issued', { of: 'issued-key', keyId }),
      recall('scopes', { of: 'issued-scopes', keyId }),
    ];
  }
  if (have.key === null || have.use !== undefined) return [];
  return [read('use', { call: weekOfKeyUse(have.key, now), keep: keepModelUse, pages: 'all' })];
}

const number = new Intl.NumberFormat('en-US');

/** The mix of a week: completions only, because every other kind of use would be a call of its own. */
function useRows(use: Known['use']): ViewPart {
  return {
    part: 'rows',
    columns: ['Model', 'Completions in the last 7 days'],
    rows: (use ?? []).map(({ model, requests }) => ({ cells: [model, number.format(requests)], actions: [] })),
    empty: 'No completions in the last 7 days. Embeddings, images and other use are not counted here.',
  };
}

function actionsFor(scopes: Known['scopes'], input: ViewAction['input']): readonly ViewAction[] {
  const plain = (label: string, operation: string): ViewAction => ({
    label,
    operation: operationId(operation),
    input,
    style: 'plain',
  });
  const revoke = keyActions(input).filter((action) => action.label !== 'Show');
  const limit = plain('Limit', 'keys.limit');
  if (scopes === null) return [...revoke, limit];
  return [...revoke, scopes.isPaused ? plain('Resume', 'keys.resume') : plain('Pause', 'keys.pause'), limit];
}

export const showKey = declareRead({
  id: operationId('keys.show'),
  title: 'Show an API key',
  summary: 'Owner, age, use and purpose of one key. Never the key itself: OpenAI shows it once only.',
  example: '/openai keys show nightly-eval',
  fields,
  callBudget: 2,
  known,
  need,
  view: (ask, { key, issued, scopes, use }) => {
    const { project } = ask.input.key;
    if (key === null) {
      return refuse('keys.show.gone', {
        what: `The key ${ask.input.key.name || ask.input.key.id} does not exist any more.`,
        rule: 'OpenAI no longer lists it, so it cannot be used.',
      });
    }
    const may = scopes === null ? [] : [{ label: 'May', value: sayScopes(scopes.scopes) }];
    const facts = [
      { label: 'Value', value: key.redacted },
      { label: 'Id', value: key.id },
      { label: 'Project', value: project.name },
      { label: 'Owner', value: sayOwner(key) },
      { label: 'Created', value: utcMinute(key.createdAt) },
      { label: 'Last used', value: whenUsed(key.lastUsedAt, ask.now) },
      { label: 'Ends', value: whenEnds(key.expiresAt) },
      ...(scopes?.isPaused === true ? [{ label: 'Paused', value: 'yes, it may only read' }] : may),
      ...(issued === null ? [] : [{ label: 'Issued here for', value: issued.purpose }]),
    ];
    return {
      title: `API key ${key.name}`,
      parts: [
        { part: 'facts', facts },
        useRows(use),
        { part: 'actions', actions: actionsFor(scopes, keyInput(key, project)) },
      ],
    };
  },
});

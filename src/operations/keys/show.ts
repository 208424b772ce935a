import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import { issuedKeySchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { apiKeySchema, keepApiKey } from '../objects/api-key.ts';
import { declareRead } from '../operation.ts';
import { keyActions, keyInput, whenEnds, whenUsed } from './describe-key.ts';

export const showKey = declareRead({
  id: operationId('keys.show'),
  title: 'Show an API key',
  summary: 'Owner, age, last use and purpose of one key. Never the key itself: OpenAI shows it once only.',
  example: '/openai keys show nightly-eval',
  fields: {
    key: {
      kind: 'key',
      label: 'Key',
      hint: 'By name, id or redacted value. Never paste a key itself.',
      required: true,
    },
  },
  callBudget: 1,
  known: z.object({ key: apiKeySchema.nullable(), issued: issuedKeySchema.nullable() }),
  need: (ask, have) =>
    have.key === undefined
      ? [
          read('key', {
            call: call('GET /organization/projects/{project_id}/api_keys/{api_key_id}', {
              params: { project_id: ask.input.key.project.id, api_key_id: ask.input.key.id },
            }),
            keep: keepApiKey,
            absent: 'null',
          }),
          recall('issued', { of: 'issued-key', keyId: ask.input.key.id }),
        ]
      : [],
  view: (ask, { key, issued }) => {
    const { project } = ask.input.key;
    if (key === null) {
      return refuse('keys.show.gone', {
        what: `The key ${ask.input.key.name || ask.input.key.id} does not exist any more.`,
        rule: 'OpenAI no longer lists it, so it cannot be used.',
      });
    }
    const owner = key.ownerKind === 'user' ? (key.ownerEmail ?? key.ownerName) : `service account ${key.ownerName}`;
    const facts = [
      { label: 'Value', value: key.redacted },
      { label: 'Id', value: key.id },
      { label: 'Project', value: project.name },
      { label: 'Owner', value: owner },
      { label: 'Created', value: utcMinute(key.createdAt) },
      { label: 'Last used', value: whenUsed(key.lastUsedAt, ask.now) },
      { label: 'Ends', value: whenEnds(key.expiresAt) },
      ...(issued === null ? [] : [{ label: 'Issued here for', value: issued.purpose }]),
    ];
    return {
      title: `API key ${key.name}`,
      parts: [
        { part: 'facts', facts },
        { part: 'actions', actions: keyActions(keyInput(key, project)).filter((action) => action.label !== 'Show') },
      ],
    };
  },
});

import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import type { Ask } from '../operation.ts';
import { declareRead } from '../operation.ts';
import type { InputOf } from '../field.ts';
import { agedList, issuedKeySchema, knownKeySchema, type KnownKey } from '../memory.ts';
import { recall } from '../need.ts';
import type { View, ViewPart, ViewRow } from '../view.ts';
import { whenRead } from '../when-read.ts';
import { keyActions, keyInput, whenEnds, whenUsed } from './describe-key.ts';

const fields = {
  project: {
    kind: 'project',
    label: 'Project',
    hint: 'Leave it out to see your own keys everywhere.',
    required: false,
  },
} as const;

const known = z.object({
  keys: agedList(knownKeySchema).optional(),
  mine: z.object({ issued: z.array(issuedKeySchema), known: z.array(knownKeySchema) }).optional(),
});
type Known = z.infer<typeof known>;
type ListAsk = Ask<InputOf<typeof fields>>;

function keyRow(key: KnownKey, now: number): ViewRow {
  const project = { id: key.projectId, name: key.projectName };
  const owner = key.accountId === null ? (key.ownerEmail ?? key.ownerName) : `account ${key.ownerName}`;
  return {
    cells: [key.name, key.projectName, owner, whenUsed(key.lastUsedAt, now), whenEnds(key.expiresAt)],
    actions: keyActions(keyInput(key, project)),
  };
}

function mineRows(mine: NonNullable<Known['mine']>, now: number): readonly ViewRow[] {
  const listed = new Set(mine.known.map((key) => key.id));
  const onlyRecorded = mine.issued
    .filter((key) => key.endedAt === null && !listed.has(key.keyId))
    .map((key) => ({
      cells: [key.name, key.projectName, 'you, issued here', 'not read yet', whenEnds(key.endsAt)],
      actions: keyActions(
        keyInput({ id: key.keyId, name: key.name, redacted: '' }, { id: key.projectId, name: key.projectName }),
      ),
    }));
  return [...mine.known.map((key) => keyRow(key, now)), ...onlyRecorded];
}

const columns = ['Name', 'Project', 'Owner', 'Last used', 'Ends'];

function view(ask: ListAsk, have: Known): View {
  const { project } = ask.input;
  const rows =
    project === null
      ? mineRows(have.mine ?? { issued: [], known: [] }, ask.now)
      : (have.keys?.items ?? []).map((key) => keyRow(key, ask.now));
  const list: ViewPart = {
    part: 'rows',
    columns,
    rows,
    empty: project === null ? 'You have no keys here yet.' : `${project.name} has no keys.`,
  };
  const getOne: ViewPart = {
    part: 'actions',
    actions: [
      {
        label: 'Get an API key',
        operation: operationId('keys.issue'),
        input: project === null ? {} : { project: { ...project } },
        style: 'plain',
      },
    ],
  };
  const age: readonly ViewPart[] = have.keys === undefined ? [] : [whenRead(have.keys.asOf, ask.now)];
  return { title: project === null ? 'Your API keys' : `API keys in ${project.name}`, parts: [list, ...age, getOne] };
}

export const listKeys = declareRead({
  id: operationId('keys.list'),
  title: 'List API keys',
  summary: 'Your own keys, or every key of a project.',
  example: '/openai keys list search-dev',
  fields,
  callBudget: 1,
  known,
  need: (ask, have) => {
    if (ask.input.project === null) return have.mine === undefined ? [recall('mine', { of: 'my-keys' })] : [];
    return have.keys === undefined ? [recall('keys', { of: 'keys', projectId: ask.input.project.id })] : [];
  },
  view,
});

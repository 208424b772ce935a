import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { asItComes } from '#operations/lists/list-wish.ts';
import { validateView } from '#sandbox/slack/blocks/validate-view.ts';
import { sendProblems } from '#slack/blocks/limits.ts';
import { formView } from '#slack/views/form.ts';
import type { Problem } from '#workflow/use-cases.ts';
import { fakeOpenAiKey } from '../../support/fake-secret.ts';
import { agreeable } from '../fake-use-cases.ts';
import { openRig, type Rig } from '../face.ts';
import { readable } from '../hostile.ts';
import { lookup, submission } from '../payloads.ts';
import { pointers } from '../pointers.ts';

const issue = catalogue.find((operation) => operation.id === 'keys.issue')!;
const formOf = (problems: readonly Problem[] = [], reason = '') =>
  formView(pointers, { operation: issue, prefills: {}, problems, reason, wish: asItComes });

describe.each(catalogue.map((operation) => [operation.id, operation] as const))('the form of %s', (_, operation) => {
  const view = formView(pointers, { operation, prefills: {}, problems: [], reason: '', wish: asItComes });

  test('is one that Slack takes, and the emulated Slack too', () => {
    expect(sendProblems('modal', view)).toEqual([]);
    expect(validateView('modal', view)).toEqual([]);
  });

  test('asks for each field, and unless it only looks for a reason, and of a change for its hour', () => {
    const blocks = view.blocks.map((block) => block.block_id).filter((id) => id !== undefined && !id.startsWith('p.'));
    const fields = Object.keys(operation.fields).map((name) => `f.${name}`);
    const common = { read: [], stop: ['reason'], change: ['reason', 'when'] }[operation.kind];
    expect(blocks).toEqual([...fields, ...common]);
  });

  test('carries which operation it is of, and nothing else', () => {
    expect(pointers.open('form', view.private_metadata ?? '')).toEqual({ o: operation.id });
  });
});

test('a name that fits several things is shown as a choice, with none chosen', () => {
  const choices = [
    { value: 'proj_1', label: 'search-dev', description: 'proj_1' },
    { value: 'proj_2', label: 'search-dev', description: 'proj_2' },
    { value: 'x'.repeat(80), label: 'cannot come back whole', description: '' },
  ];
  const view = formOf([{ field: 'project', sentence: '“search-dev” fits 2 projects. Pick one.', choices }]);
  const element = view.blocks.find((block) => block.block_id === 'f.project') as
    | { element: { type: string; options: { value: string }[] } }
    | undefined;
  expect(element?.element.type).toBe('static_select');
  expect(element?.element.options.map((option) => option.value)).toEqual(['proj_1', 'proj_2']);
  expect(element?.element).not.toHaveProperty('initial_option');
  expect(readable(view.blocks)).toContain('“search-dev” fits 2 projects. Pick one.');
});

describe('a form that is sent', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await openRig();
  });
  afterAll(() => rig.close());
  beforeEach(() => {
    rig.stand.play(agreeable());
    rig.stand.asked.length = 0;
  });
  const drawn = (view = formOf()) => ({
    id: 'V1',
    hash: String(Math.random()),
    callback_id: view.callback_id ?? '',
    private_metadata: view.private_metadata ?? '',
    title: { text: '' },
    blocks: [],
  });
  const good = {
    'f.project': { value: 'proj_1', text: 'search-dev' },
    'f.name': 'nightly',
    'f.for': '30d',
    'f.access': { value: 'requests', text: 'Requests' },
    reason: 'nightly run',
  };
  const errorsOf = async (typed: Parameters<typeof submission>[1]) =>
    (JSON.parse((await rig.interact(submission(drawn(), typed))).body) as { errors?: Record<string, string> }).errors;

  test('becomes the words that were picked and typed, and then a preview', async () => {
    const reply = await rig.interact(submission(drawn(), good));
    await rig.face.idle();
    expect(rig.stand.asked.find((asked) => asked.name === 'resolve')?.ask).toMatchObject({
      operationId: 'keys.issue',
      words: { project: 'proj_1', name: 'nightly', for: '30d', access: 'requests' },
      caller: { via: 'modal' },
    });
    expect(reply.body).toContain('"callback_id":"preview"');
  });

  test('is stopped beside the field that is wrong at first sight', async () => {
    expect(await errorsOf({ ...good, 'f.for': 'a month' })).toEqual({
      'f.for': expect.stringContaining('“a month” is not a span') as string,
    });
    expect(await errorsOf({ ...good, 'f.for': '5000d' })).toMatchObject({ 'f.for': expect.any(String) as string });
    expect(await errorsOf({ ...good, 'f.name': 'Not Good!' })).toMatchObject({
      'f.name': expect.stringContaining('lower-case') as string,
    });
    expect(await errorsOf({ ...good, reason: 'x' })).toEqual({ reason: 'Say in a few words what it is for.' });
    expect(rig.stand.asked).toEqual([]);
  });

  test('that holds a secret in any field is stopped there, and it goes no further', async () => {
    const secret = fakeOpenAiKey();
    expect(Object.keys((await errorsOf({ ...good, 'f.name': secret })) ?? {})).toEqual(['f.name']);
    expect(Object.keys((await errorsOf({ ...good, reason: `because ${secret}` })) ?? {})).toEqual(['reason']);
    expect(JSON.stringify([rig.stand.asked, rig.lines])).not.toContain(secret);
  });

  test('comes back with what was typed and what is unclear', async () => {
    const problems = [{ field: 'name', sentence: 'That name is taken.', choices: [] }];
    rig.stand.play(
      agreeable({ resolve: () => Promise.resolve({ kind: 'resolution', input: {}, missing: [], problems }) }),
    );
    const { body } = await rig.interact(submission(drawn(), good));
    expect(body).toContain('That name is taken.');
    expect(body).toContain('"initial_value":"nightly"');
    expect(body).toContain('"initial_value":"nightly run"');
    expect(body).toContain('"text":"search-dev"');
  });

  test('with metadata that is not ours does nothing', async () => {
    const forged = { ...drawn(), private_metadata: '{"o":"keys.issue"}' };
    const { body } = await rig.interact(submission(forged, good));
    expect(body).toContain('did not come from this bot');
    expect(rig.stand.asked).toEqual([]);
  });

  test('offers projects while somebody types, but looks up nothing that looks like a key', async () => {
    rig.stand.play(
      agreeable({ suggest: () => Promise.resolve([{ value: 'proj_1', label: 'search-dev', description: 'proj_1' }]) }),
    );
    const options = async (query: string) =>
      (JSON.parse((await rig.interact(lookup(drawn(), 'f.project', query))).body) as { options: { value: string }[] })
        .options;
    expect((await options('sea')).map((option) => option.value)).toEqual(['proj_1']);
    expect(rig.stand.asked.at(-1)?.ask).toMatchObject({
      operationId: 'keys.issue',
      field: 'project',
      query: 'sea',
      caller: { via: 'options' },
    });
    expect(await options(fakeOpenAiKey())).toEqual([]);
    expect(rig.stand.asked).toHaveLength(1);
  });
});

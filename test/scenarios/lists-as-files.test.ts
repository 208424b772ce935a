import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SeatFile } from '#sandbox/slack/seat.ts';
import { general, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

const textOf = (file: SeatFile | undefined): string => new TextDecoder().decode(file?.bytes);

describe('a list as a file', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterEach(async () => {
    while (scene.erin.hasModal()) await scene.erin.closeModal();
  });
  afterAll(() => scene.close());

  /** Types it and answers what Erin reads where she typed it. */
  async function typed(text: string): Promise<string> {
    await scene.erin.type(text);
    await scene.world.settle();
    return readMessage(scene.erin.hint());
  }
  const newest = (): readonly SeatFile[] => scene.erin.letters().at(-1)?.files ?? [];

  it('comes into the person’s own conversation with the bot, whole, with raw values', async () => {
    const told = await typed('/openai users list --csv --sort name');
    expect(told).toContain('People in the organization: 14 rows.');
    const [file, ...more] = newest();
    expect(more).toEqual([]);
    expect(file).toMatchObject({ mimetype: 'text/csv' });
    expect(told).toContain(file?.name);
    const [head, first, ...rest] = textOf(file).trimEnd().split('\r\n');
    expect(head).toBe('id,name,email,role,addedAt');
    expect(first).toMatch(/^user-Acme[A-Za-z0-9]+,Arjun Patel,arjun@acme\.example,reader,\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(rest).toHaveLength(13);
    expect(readMessage(scene.erin.letters().at(-2)!)).toContain('People in the organization');
  });

  it('is seen by nobody else', () => {
    expect(scene.bea.letters().flatMap(({ files }) => files)).toEqual([]);
    expect(scene.bea.messages(general).flatMap(({ files }) => files)).toEqual([]);
  });

  it('is JSON when JSON was asked for', async () => {
    await typed('/openai keys list search-dev --json --match jonas');
    const whole = JSON.parse(textOf(newest()[0])) as { title: string; lists: Record<string, unknown>[][] };
    expect(whole.title).toBe('API keys in search-dev');
    expect(whole.lists).toMatchObject([[{ name: 'jonas notebook', projectName: 'search-dev' }]]);
  });

  it('is made after the form, where something had to be asked first', async () => {
    const { erin, world } = scene;
    await erin.type('/openai rate-limits list --csv');
    await world.settle();
    await erin.submit({ Project: await firstOption('Project', 'search-dev') });
    await world.settle();
    expect(erin.modalText()).toContain('Rate limits of search-dev: 8 rows.');
    expect(textOf(newest()[0])).toContain('gpt-6-astra,500,');
  });

  async function firstOption(label: string, query: string): Promise<string> {
    const [option] = await scene.erin.options(label, query);
    return option?.value ?? '';
  }

  it('stands in the record as taken away', async () => {
    await typed('/openai groups list --csv');
    const entries = await scene.world.bot().store.read.audit.range(1, 5000);
    const last = entries.findLast(({ body }) => body?.includes('request.read'));
    expect(JSON.parse(last?.body ?? '{}')).toMatchObject({ what: { operation: 'groups.list', file: 'csv' } });
  });

  it('is a button on a list of several pages, which stays where it is', async () => {
    const { erin, world } = scene;
    await typed('/openai users list');
    const list = erin.hint();
    await erin.press(list, 'As a file');
    await world.settle();
    expect(readMessage(erin.hint())).toContain('You find people-in-the-organization-');
    expect(textOf(newest()[0])).toContain('id,name,email,role,addedAt');
    expect(erin.messages(general).some(({ ts }) => ts === list.ts)).toBe(true);
    expect(erin.buttons(list)).toContain('Next');
  });

  it('that Slack does not take is said not to be there, and no letter speaks of it', async () => {
    const before = scene.erin.letters().length;
    scene.world.slack.failNext({
      method: 'files.getUploadURLExternal',
      fault: { kind: 'error', error: 'missing_scope' },
    });
    expect(await typed('/openai users list --csv')).toContain('install it again with the present manifest');
    expect(scene.erin.letters()).toHaveLength(before);
  });

  it('that Slack loses at the last step is said not to be there', async () => {
    const fault = { kind: 'error', error: 'internal_error' } as const;
    scene.world.slack.failNext({ method: 'files.completeUploadExternal', fault });
    expect(await typed('/openai users list --csv')).toContain('Slack did not take the file (internal_error).');
    expect(newest()).toEqual([]);
  });

  it('is not made of a column that is not there', async () => {
    expect(await typed('/openai users list --csv --sort size')).toContain('There is: name, e-mail, role, since.');
  });

  it('is paged in the order that was asked for', async () => {
    const { erin, world } = scene;
    const first = await typed('/openai users list --sort -name');
    expect(first.indexOf('Tomás Rivera')).toBeLessThan(first.indexOf('Jonas Weber'));
    await erin.press(erin.hint(), 'Next');
    await world.settle();
    const next = readMessage(erin.hint());
    expect(next).toContain('Arjun Patel');
    expect(next).not.toContain('Tomás Rivera');
  });
});

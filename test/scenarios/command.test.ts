import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { everyFakeSecret, fakeOpenAiKey } from '../support/fake-secret.ts';
import { general, readMessage } from './player.ts';
import { everyRow } from './rows.ts';
import { openScene, roomyPolicy, type Scene } from './scene.ts';

describe('what is typed after /openai', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ policyText: await roomyPolicy() });
    for (const project of ['search-dev', 'search-prod']) await scene.erin.type(`/openai keys list ${project}`);
    await scene.world.settle();
  });
  afterEach(async () => {
    while (scene.erin.hasModal()) await scene.erin.closeModal();
  });
  afterAll(() => scene.close());

  /** Types it and answers what Erin reads, in private or in a modal. */
  async function typed(text: string): Promise<string> {
    const { erin, world } = scene;
    const before = erin.hints();
    await erin.type(text);
    await world.bot().slack.idle();
    if (erin.hasModal()) return erin.modalText();
    expect(erin.hints()).toBe(before + 1);
    return readMessage(erin.hint());
  }

  it.each(['/openai', '/openai   '])('is answered by the menu when there is nothing: “%s”', async (text) => {
    expect(await typed(text)).toContain('What do you need?');
    const buttons = scene.erin.buttons(scene.erin.hint());
    expect(buttons.slice(0, 2)).toEqual(['Get an API key', 'Report a leak']);
    for (const family of new Set(catalogue.map((operation) => operation.family))) expect(buttons).toContain(family);
  });

  it('is answered in private only', async () => {
    await typed('/openai help');
    expect(scene.bea.messages(general).filter(({ ephemeral }) => ephemeral)).toEqual([]);
  });

  const families = [...new Set(catalogue.map((operation) => operation.family))];

  it.each(['help', '--help', '-h'])('shows every family with its verbs for %s', async (word) => {
    const told = await typed(`/openai ${word}`);
    for (const family of families) {
      const verbs = catalogue.filter((operation) => operation.family === family).map(({ verb }) => verb);
      expect(told).toContain(`${family}: ${verbs.join(', ')}`);
    }
  });

  it.each(families)('shows every operation of %s with its terms, each with its button', async (family) => {
    const told = await typed(`/openai help ${family}`);
    const buttons = scene.erin.buttons(scene.erin.hint());
    for (const { title, example, summary, fields, kind, tier } of catalogue.filter((each) => each.family === family)) {
      for (const part of [example, summary, ...Object.values(fields).map(({ label }) => label)])
        expect(told).toContain(part);
      expect(told).toContain(kind === 'change' ? tier : 'changes nothing');
      expect(buttons.some((label) => title.startsWith(label.replace(/…$/, '')))).toBe(true);
    }
  });

  it('leads from the menu to a family and from there to its form', async () => {
    const { erin, world } = scene;
    await typed('/openai');
    await erin.press(erin.hint(), 'keys');
    await world.settle();
    expect(readMessage(erin.hint())).toContain('What there is for keys');
    await erin.press(erin.hint(), 'Revoke an API key');
    await world.settle();
    expect(erin.modal().title).toBe('Revoke an API key');
  });

  it.each([
    ['/openai keys isue', '/openai keys issue'],
    ['/openai key list', '/openai keys list'],
    ['/openai project show', '/openai projects show'],
    ['/openai keys revok x', '/openai keys revoke'],
  ])('answers the unknown “%s” with the nearest there is', async (text, nearest) => {
    const told = await typed(text);
    expect(told).toContain('Did you mean one of these?');
    expect(told).toContain(nearest);
  });

  it('shows the menu’s button where nothing is near', async () => {
    expect(await typed('/openai xylophone')).toContain('There is no xylophone');
    expect(scene.erin.buttons(scene.erin.hint())).toContain('Show the menu');
  });

  it.each([
    [
      'a flag that does not exist',
      '/openai keys issue search-dev --nme x',
      'There is no --nme here. Did you mean --name?',
    ],
    ['a flag without a value', '/openai keys issue search-dev --name --for 1d', '--name needs a value after it.'],
    ['a flag given twice', '/openai keys issue search-dev --name a --name b', '--name is given twice.'],
    ['one word too many', '/openai projects show search dev', 'at column 22 is one word too many'],
  ])('says what is wrong with %s', async (_, text, told) => {
    expect(await typed(text)).toContain(told);
  });

  it.each([
    ['/openai keys issue search-dev --reason "never closed', 32],
    ['/openai keys show “ranker', 11],
  ])('says at which column a quote is never closed: %s', async (text, column) => {
    expect(await typed(text)).toContain(`The quote at column ${column} is never closed.`);
  });

  it.each([
    ['straight quotes', '"ranker 2026-03"'],
    ['a phone’s quotes', '“ranker 2026-03”'],
    ['German quotes', '„ranker 2026-03“'],
    ['French quotes', '«ranker 2026-03»'],
    ['single quotes', '‘ranker 2026-03’'],
  ])('understands %s', async (_, name) => {
    expect(await typed(`/openai keys show ${name}`)).toContain('API key ranker 2026-03');
  });

  it('understands a phone’s dashes, and --flag=value', async () => {
    await typed('/openai keys issue search-dev —name on-a-phone —for=7d —access read —reason “typed on a phone”');
    expect(scene.erin.modal().title).toBe('Send this?');
    expect(scene.erin.modalText()).toContain('on-a-phone in search-dev');
  });

  it('takes what Slack made of mentions, channels, links and signs for what was typed', async () => {
    const reason = 'ask @bea in #search-team about https://wiki.acme.example/keys & a < b, mail erin@acme.example';
    await typed(`/openai keys issue search-dev --name escaped --for 1d --access read --reason "${reason}"`);
    const { reason: kept } = (await scene.newest()).terms;
    expect(kept).toContain('https://wiki.acme.example/keys & a < b, mail erin@acme.example');
    expect(kept).toContain('<@U0BEA00001>');
    expect(scene.erin.modalText()).toContain('& a < b');
    // Shown as text: nothing that somebody typed becomes a mention, a channel or a link.
    const blocks = JSON.stringify(scene.erin.modal().blocks);
    expect(blocks).not.toContain('"type":"link"');
    expect(blocks).not.toContain('"user_id":"U0BEA00001"');
    expect(blocks).not.toContain('"type":"mrkdwn"');
  });

  it('asks which one is meant where a name fits several, and guesses none', async () => {
    const { erin, world } = scene;
    const told = await typed('/openai keys show "Secret Key"');
    expect(told).toMatch(/“Secret Key” fits \d+ keys\. Pick one\./);
    const block = erin.modal().blocks.find((each) => each['block_id'] === 'f.key')!;
    const { options, ...element } = block['element'] as { readonly options: readonly { readonly value: string }[] };
    expect(element).not.toHaveProperty('initial_option');
    expect(options.length).toBeGreaterThan(1);
    await erin.submit({ Key: options[0]!.value });
    await world.settle();
    expect(erin.modalText()).toContain(options[0]!.value);
  });

  it.each(['proj_AcmeSearchDev00000000000', 'search-dev', 'SEARCH-DEV'])(
    'takes a project by id or name: %s',
    async (name) => {
      expect(await typed(`/openai projects show ${name}`)).toContain('search-dev');
    },
  );

  it('takes a key by its redacted value', async () => {
    const [key] = scene.world.openai.board().projects.find(({ name }) => name === 'search-prod')?.keys ?? [];
    expect(await typed(`/openai keys show ${key?.redacted ?? ''}`)).toContain(key?.id);
  });

  it('pages a long list in its place', async () => {
    const { erin, world } = scene;
    expect(await typed('/openai users list')).toContain('1 to 10 of');
    const { ts } = erin.hint();
    await erin.press(erin.hint(), 'Next');
    await world.bot().slack.idle();
    expect(erin.hint().ts).toBe(ts);
    expect(erin.buttons(erin.hint())).toContain('Previous');
    expect(erin.buttons(erin.hint())).not.toContain('Next');
    expect(readMessage(erin.hint())).toMatch(/11 to 1\d of 1\d/);
  });

  it.each(everyFakeSecret)(
    'recognises a pasted secret and keeps, repeats and logs nothing of it (%#)',
    async (secret) => {
      const { erin, world } = scene;
      const read = world.openai.calls().length;
      const told = await typed(`/openai keys revoke ${secret.replaceAll('\n', ' ')} --reason "found it in a log"`);
      expect(told).toContain('That looked like a secret key.');
      expect(erin.buttons(erin.hint())).toEqual(['Revoke it']);
      const part = secret.slice(-12);
      for (const place of [
        told,
        scene.log.join(''),
        JSON.stringify(everyRow(world)),
        JSON.stringify(world.slack.calls()),
      ])
        expect(place).not.toContain(part);
      expect(world.openai.calls()).toHaveLength(read);
    },
  );

  it('answers a mention with the menu in its thread, and a mention with a secret with what to do', async () => {
    const { erin, world } = scene;
    const bot = `<@${world.slack.botUserId}>`;
    await erin.say(`${bot} hello there`);
    await world.bot().slack.idle();
    const [reply, ...more] = erin.thread(erin.find(general, 'hello there'));
    expect(more).toEqual([]);
    expect(reply?.text).toContain('What do you need?');
    expect(erin.buttons(reply!)).toContain('Get an API key');
    await erin.say(`${bot} is this one of ours? ${fakeOpenAiKey()}`);
    await world.bot().slack.idle();
    const [warning] = erin.thread(erin.find(general, 'is this one of ours?'));
    expect(warning?.text).toContain('That looked like a secret key.');
  });

  it('takes a report of a leak without the key itself, and turns it into a revocation', async () => {
    const { erin, world } = scene;
    await erin.shortcut('report_leak');
    await world.bot().slack.idle();
    expect(erin.modal().title).toBe('Report a leak');
    await erin.submit({ 'Or its redacted value': fakeOpenAiKey(), Why: 'in a screenshot' });
    expect(erin.modalText()).toContain('Never the whole key.');
    await erin.submit({ Why: 'in a screenshot' });
    expect(erin.modalText()).toContain('Choose the key, or give its redacted value below.');
    const [key] = world.openai.board().projects.find(({ name }) => name === 'search-dev')?.keys ?? [];
    await erin.submit({ 'Or its redacted value': key?.redacted ?? '', Why: 'in a screenshot' });
    await world.bot().slack.idle();
    expect(erin.modalText()).toContain('Revoke an API key in search-dev');
    expect(erin.modalText()).toContain('in a screenshot');
    await erin.submit();
    await world.settle();
    expect((await scene.newest()).state).toBe('pending');
    expect(scene.log.join('')).not.toContain(fakeOpenAiKey());
  });
});

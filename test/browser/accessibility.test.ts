/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenReferences, nameless } from './accessibility.ts';
import { approvals, bea, searchTeam } from './cast.ts';
import { isWithoutChromium } from './chromium.ts';
import { faintTexts } from './contrast.ts';
import { openStage, type Stage } from './open-stage.ts';
import { askForKey } from './play.ts';
import type { Visitor } from './visitor.ts';

const sceneMs = 60_000;

describe.skipIf(isWithoutChromium).each(['light', 'dark'] as const)('in %s colours', { timeout: sceneMs }, (scheme) => {
  let stage: Stage;
  let visitor: Visitor;
  const audit = async (): Promise<void> => {
    expect(await nameless(visitor.page)).toEqual([]);
    expect(await brokenReferences(visitor.page)).toEqual([]);
    expect(await faintTexts(visitor.page)).toEqual([]);
  };
  beforeAll(async () => {
    stage = await openStage();
    visitor = await stage.open({ colorScheme: scheme, reducedMotion: 'reduce' });
  }, sceneMs);
  afterAll(() => stage.close());

  it('the page follows the system, and a person’s own choice outlives a reload', async () => {
    const theme = () => visitor.page.evaluate(() => document.documentElement.dataset['theme']);
    expect(await theme()).toBe(scheme);
    await visitor.byId('theme').click();
    await visitor.page.reload();
    await visitor.byId('composer').waitFor();
    expect(await theme()).not.toBe(scheme);
    await visitor.byId('theme').click();
    expect(await theme()).toBe(scheme);
  });

  it('has one main heading, and landmarks with names', async () => {
    const { page } = visitor;
    expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual(['Countersign sandbox']);
    await page.getByRole('main', { name: 'Conversation' }).waitFor();
    await page.getByRole('navigation', { name: 'Workspace' }).waitFor();
    await page.getByRole('complementary', { name: 'OpenAI organization' }).waitFor();
  });

  it('everything has a name and can be read: at the start, in a form, in a preview, on a card, in a decision', async () => {
    await audit();
    await visitor.openChannel(searchTeam);
    await visitor.say('/openai keys issue search-dev');
    const form = await visitor.modal('Get an API key');
    await form.submit();
    await form.root.getByText('Please complete this required field.').first().waitFor();
    await audit();
    await form.close();
    await askForKey(visitor);
    await visitor.openChannel(approvals);
    await visitor.message('Issue an API key').waitFor();
    await audit();
    await visitor.be(bea);
    await visitor.pressOnMessage('Approve');
    await (await visitor.modal('Approve this?')).root.waitFor();
    await audit();
  });

  it('lists, help, Home and the results of the levers too', async () => {
    await (await visitor.modal('Approve this?')).close();
    await visitor.openChannel(searchTeam);
    for (const [command, answer] of [
      ['/openai help', 'Everything there is'],
      ['/openai projects list', 'Read from OpenAI just now'],
      ['/openai keys list search-dev', 'API keys in search-dev'],
    ] as const) {
      await visitor.say(command);
      await visitor.message(answer).waitFor();
    }
    await audit();
    await visitor.openApp('home');
    await visitor.byId('home').getByText('Waiting for you').waitFor();
    await visitor.byId('verify').click();
    await visitor.byId('results').waitFor();
    await audit();
  });

  it('nothing went wrong that nobody saw', () => {
    expect(stage.faults).toEqual([]);
  });
});

describe.skipIf(isWithoutChromium)('who cannot see the page', { timeout: sceneMs }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, sceneMs);
  afterAll(() => stage.close());

  it('hears a new message in the open channel, with who wrote it', async () => {
    const [asks, hears] = [await stage.open(), await stage.open()];
    await hears.be(bea);
    await hears.openChannel(approvals);
    const live = hears.byId('announcer');
    expect(await live.getAttribute('aria-live')).toBe('polite');
    await askForKey(asks);
    await expect
      .poll(() => live.innerText(), { timeout: 10_000 })
      .toMatch(/^Countersign: Erin Vale wants: Issue an API key in search-dev\./);
  });

  it('hears which window has opened, and what a lever found', async () => {
    const visitor = await stage.open();
    const hears = (text: RegExp) => expect.poll(() => visitor.byId('announcer').innerText()).toMatch(text);
    await visitor.openChannel(searchTeam);
    await visitor.say('/openai keys issue');
    const form = await visitor.modal('Get an API key');
    await hears(/Get an API key/);
    await form.close();
    await visitor.byId('verify').click();
    await hears(/Verify the audit chain: Intact/);
  });
});

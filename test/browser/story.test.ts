import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alerts, approvals, auditChannel, bea, erin, sam, searchTeam } from './cast.ts';
import { isWithoutChromium } from './chromium.ts';
import { openStage, type Stage } from './open-stage.ts';
import type { Visitor } from './visitor.ts';

/** A scene of a dozen clicks, each answered by the bot over HTTP. */
const sceneMs = 60_000;

const secretShape = /sk-svcacct-\S+/;

// The scenes are one story, each going on where the last one ended.
describe.skipIf(isWithoutChromium)('the whole story, by clicking', { timeout: sceneMs }, () => {
  let stage: Stage;
  let visitor: Visitor;
  let stale: StaleCopy;
  let key = '';
  beforeAll(async () => {
    stage = await openStage();
    visitor = await stage.open();
  }, sceneMs);
  afterAll(() => stage.close());

  it('Erin types a command, fills the form it opens, reads the preview and sends it', async () => {
    await visitor.tourShows();
    await visitor.openChannel(searchTeam);
    await visitor.say('/openai keys issue search-dev');
    const form = await visitor.modal('Get an API key');
    expect(await form.field('Project').inputValue()).toBe('search-dev');
    await form.fill('Name', 'nightly-eval');
    await form.fill('Why', 'Nightly evaluation of the ranking model');
    await form.submit();
    const preview = await visitor.modal('Send this?');
    const words = await preview.text();
    expect(words).toContain('nightly-eval in search-dev');
    expect(words).toContain('Sending asks 1 person from approvers');
    expect(words).toContain('project: name search-dev · status active · id proj_');
    await preview.submit();
    const sent = await visitor.modal('Done');
    expect(await sent.text()).toMatch(/Sent as R-[0-9A-Z]{8}/);
    await sent.close();
    await visitor.tourShows(1);
  });

  it('she cannot approve it herself, and is told why and who can', async () => {
    await visitor.openChannel(approvals);
    await visitor.pressOnMessage('Approve');
    const refused = await visitor.modal('Not possible');
    const words = await refused.text();
    expect(words).toContain('You asked for this, so somebody else has to approve it.');
    expect(words).toContain('Bea Lindqvist, Omar Haddad or Sam Okafor');
    await refused.close();
    await visitor.tourShows(1, 2);
  });

  it('Bea decides in a modal, and the card then offers nothing but to stop', async () => {
    await visitor.be(bea);
    await visitor.pressOnMessage('Approve');
    const decision = await visitor.modal('Approve this?');
    await decision.fill('Comment', 'Fine for 30 days');
    await decision.submit();
    await (await visitor.modal('Done')).close();
    const card = visitor.message('Issue an API key in search-dev');
    await card.filter({ hasText: 'Approved by Bea Lindqvist' }).waitFor();
    expect(await card.getByRole('button', { name: /R-/ }).allInnerTexts()).toEqual(['Stop']);
    await visitor.tourShows(1, 2, 3);
  });

  it('Erin makes the key and sees it once, while it appears at OpenAI', async () => {
    await visitor.be(erin);
    await visitor.openApp('messages');
    stale = await staleCopy(stage, 'Make my key');
    await visitor.pressOnMessage('Make my key');
    const shown = await visitor.modal('Your key, shown once');
    key = secretShape.exec(await shown.text())?.[0] ?? '';
    expect(key).toMatch(secretShape);
    await keysOf(visitor, 'search-dev').filter({ hasText: 'nightly-eval' }).waitFor();
    await visitor.tourShows(1, 2, 3, 4);
    await shown.close();
  });

  it('after that nothing shows it again: there is no button, and a press on one that is out of date is refused', async () => {
    await visitor.message('Collected by Erin Vale').waitFor();
    const ended = visitor.message('Collected by Erin Vale');
    expect(await ended.getByRole('button', { name: /R-/ }).allInnerTexts()).toEqual(['Undo']);
    expect(await stale.pressBlindly()).toBe('“Make my key” did not work: it is no longer there.');
    for (const place of ['home', 'messages'] as const) {
      await visitor.openApp(place);
      await visitor
        .byId(place === 'home' ? 'home' : 'messages')
        .getByText('Issue an API key')
        .first()
        .waitFor();
      expect(await visitor.page.content()).not.toContain(key);
    }
  });

  it('the audit channel tells who asked, who approved, what came of it and what was sent', async () => {
    await visitor.openChannel(auditChannel);
    const story = visitor.message('Issue an API key in search-dev');
    await story.getByText('Audit').waitFor();
    const words = await story.innerText();
    expect(words).toContain('asks: Nightly evaluation of the ranking model');
    expect(words).toMatch(/Approved by Bea Lindqvist .* Done .* Collected by Erin Vale/);
    await story.getByRole('button', { name: /1 reply/ }).click();
    const steps = visitor.byId('thread-messages').getByRole('article').last();
    await steps.getByText('Create the key nightly-eval').waitFor();
    expect(await steps.innerText()).toMatch(
      /POST \/organization\/projects\/proj_\w+\/service_accounts\/\S+\/api_keys\s+· 200/,
    );
    expect(await visitor.page.content()).not.toContain(key);
  });

  it('Erin revokes the key from her list, and a second person lets it happen', async () => {
    await visitor.openChannel(searchTeam);
    await visitor.say('/openai keys list search-dev');
    await visitor.message('API keys in search-dev').waitFor();
    await visitor.pressOnMessage('Revoke nightly-eval');
    const form = await visitor.modal('Revoke an API key');
    expect(await form.field('Key').inputValue()).toContain('nightly-eval');
    await form.fill('Why', 'The evaluation is over');
    await form.submit();
    await (await visitor.modal('Send this?')).submit();
    await (await visitor.modal('Done')).close();

    await visitor.be(bea);
    await visitor.openChannel(approvals);
    await visitor.pressOnMessage('Approve');
    const decision = await visitor.modal('Approve this?');
    expect(await decision.text()).toContain('it cannot be undone');
    await decision.submit();
    await (await visitor.modal('Done')).close();
    await visitor.message('Revoke a key and its account').filter({ hasText: 'Done' }).waitFor();
    const key = keysOf(visitor, 'search-dev').filter({ hasText: 'nightly-eval' });
    await expect.poll(() => key.filter({ hasNotText: 'Removed' }).count()).toBe(0);
    await visitor.openChannel(auditChannel);
    await visitor.message('Revoke a key and its account').waitFor();
  });

  it('a change behind the bot’s back reaches the people who watch', async () => {
    await visitor.be(sam);
    await visitor.openChannel(alerts);
    await visitor.byId('behind').click();
    await visitor.byId('behind-confirm').click();
    await visitor.byId('results').getByText('Somebody used the bot’s admin key').waitFor();
    await keysOf(visitor, 'search-prod').filter({ hasText: 'New' }).waitFor();
    await visitor.byId('clock-forward-hour').click();
    const alert = visitor.message('by the bot’s admin key, without a request');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('access.unmatched-effect');
  });

  it('by then the audit channel also says that somebody tried to approve alone', async () => {
    await visitor.openChannel(auditChannel);
    const refusals = visitor.message('Refused: 1 attempt');
    await refusals.waitFor();
    expect(await refusals.innerText()).toMatch(
      /@Erin Vale .* “You asked for this, so somebody else has to approve it.”/,
    );
  });

  it('the chain verifies, until somebody rewrites a row', async () => {
    const verdict = visitor.byId('results').getByRole('listitem').first();
    await visitor.byId('verify').click();
    await verdict.filter({ hasText: 'Intact' }).waitFor();
    await visitor.tourShows(1, 2, 3, 4);
    await visitor.byId('tamper').click();
    await verdict.filter({ hasText: 'The database accepted that without a word' }).waitFor();
    await visitor.byId('verify').click();
    await verdict.filter({ hasText: 'Broken' }).waitFor();
    expect(await verdict.innerText()).toMatch(/The chain is broken at entry #\d+/);
    await visitor.tourShows(1, 2, 3, 4, 5);
  });

  it('a reset is a fresh start', async () => {
    await visitor.byId('reset').click();
    await visitor.byId('reset-confirm').click();
    await visitor.tourShows();
    await visitor.openChannel(approvals);
    await expect.poll(() => visitor.byId('messages').getByRole('article').count()).toBe(0);
    await expect
      .poll(() => keysOf(visitor, 'search-prod').filter({ hasText: 'nobody-asked-for-this' }).count())
      .toBe(0);
    await visitor.byId('verify').click();
    await visitor.byId('results').getByRole('listitem').first().filter({ hasText: 'Intact' }).waitFor();
  });

  it('nothing went wrong that nobody saw', () => {
    expect(stage.faults).toEqual([]);
  });
});

function keysOf(visitor: Visitor, project: string): Locator {
  return visitor
    .byId('board')
    .getByRole('region', { name: `Project ${project}` })
    .getByRole('listitem');
}

interface StaleCopy {
  /** Presses the button that only this window still shows. Answers what its person is then told. */
  pressBlindly(): Promise<string>;
}

/** A second window of the same person that stops looking for news, as a phone without a connection does. */
async function staleCopy(stage: Stage, button: string): Promise<StaleCopy> {
  const copy = await stage.open();
  await copy.openApp('messages');
  const stuck = copy.byId('messages').getByRole('button', { name: new RegExp(`^${button}`) });
  await stuck.waitFor();
  const { promise: online, resolve: goOnline } = Promise.withResolvers<void>();
  await copy.page.route('**/api/view?*', async (route) => {
    await online;
    await route.continue();
  });
  return {
    async pressBlindly() {
      const answered = copy.page.waitForResponse('**/api/act/click');
      await stuck.click();
      await answered;
      goOnline();
      const told = await copy.byId('failure').innerText();
      expect(await copy.byId('modal').count()).toBe(0);
      return told.trim();
    },
  };
}

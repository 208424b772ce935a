import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../../browser.ts';
import { APPROVALS, BEA, ERIN, GALLERY, HELP } from '../../fake-people.ts';

describe.skipIf(noBrowser)('the workspace', () => {
  const open = useBrowser();

  it('changes person with the keyboard, and shows what that person sees', async () => {
    const { tab } = await open();
    expect(await tab.getByText('Only visible to you').count()).toBe(1);
    await tab.getByTestId('person-switch').focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('menu').waitFor();
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.getByTestId('person-switch').getByText('Bea Lindqvist').waitFor();
    await expect.poll(() => tab.getByText('Only visible to you').count()).toBe(0);
  });

  it('keeps seat and place over a reload', async () => {
    const { tab } = await open();
    await tab.getByTestId('person-switch').click();
    await tab.getByTestId(`person-option-${BEA}`).click();
    await tab.getByTestId(`channel-${GALLERY}`).click();
    await tab.getByRole('heading', { name: 'block-gallery', level: 2 }).waitFor();
    await tab.reload();
    await tab.getByRole('heading', { name: 'block-gallery', level: 2 }).waitFor();
    expect(await tab.getByTestId('person-switch').textContent()).toContain('Bea Lindqvist');
  });

  it('sends lines and commands, and brings earlier ones back', async () => {
    const { tab, stage } = await open();
    const composer = tab.getByTestId('composer');
    await composer.fill('hello @Bea Lindqvist');
    await tab.getByTestId('send').click();
    await tab.getByTestId('messages').getByText('hello').waitFor();
    expect(stage.received).toContainEqual({ say: { channelId: HELP, text: `hello <@${BEA}>` }, userId: ERIN });
    await composer.fill('/openai help');
    await composer.press('Enter');
    await tab.getByTestId('messages').getByText('You typed').waitFor();
    await expect.poll(() => composer.inputValue()).toBe('');
    await composer.press('ArrowUp');
    await composer.press('ArrowUp');
    expect(await composer.inputValue()).toBe('hello @Bea Lindqvist');
  });

  it('completes a mention and a command from what is offered', async () => {
    const { tab } = await open();
    const composer = tab.getByTestId('composer');
    await composer.pressSequentially('ask @be');
    await tab.getByRole('option', { name: /Bea Lindqvist/ }).waitFor();
    await composer.press('Enter');
    expect(await composer.inputValue()).toBe('ask @Bea Lindqvist ');
    await composer.fill('');
    await composer.pressSequentially('/openai k');
    await composer.press('Tab');
    expect(await composer.inputValue()).toBe('/openai keys issue ');
  });

  it('says when the app does not answer, and gives the line back', async () => {
    const { tab } = await open();
    await tab.getByTestId('composer').fill('/openai slow');
    await tab.getByTestId('send').click();
    expect(await tab.getByTestId('failure').textContent()).toContain('did not answer within 3 seconds');
    await expect.poll(() => tab.getByTestId('composer').inputValue()).toBe('/openai slow');
  });

  it('opens a thread, replies in it, and closes it with Escape', async () => {
    const { tab, stage } = await open();
    await tab.getByRole('button', { name: '2 replies View thread' }).click();
    const thread = tab.getByTestId('thread');
    await thread.getByText('I am here until five').waitFor();
    expect(await thread.getByText('Does anybody know how I get a key').count()).toBe(1);
    await tab.getByTestId('thread-composer').fill('Thank you');
    await tab.getByTestId('thread-send').click();
    await thread.getByText('Thank you').waitFor();
    expect(stage.received.at(-1)).toMatchObject({ say: { channelId: HELP, text: 'Thank you' } });
    await tab.getByTestId('thread-composer').press('Escape');
    await thread.waitFor({ state: 'detached' });
  });

  it('shows new messages, unread counts and changes without a reload, and reads them out', async () => {
    const { tab, stage } = await open();
    const posted = stage.workspace.post({ channelId: HELP, text: 'Something *new* for <@U0ERIN00001>' });
    stage.workspace.post({ channelId: APPROVALS, text: 'a card' });
    stage.ring();
    await tab.getByTestId(`message-${posted.ts}`).waitFor();
    expect(await tab.getByTestId(`channel-${APPROVALS}`).textContent()).toContain('1 unread');
    expect(await tab.getByTestId('announcer').textContent()).toContain('Countersign: Something new for Erin Okafor');
    stage.workspace.replace(posted.ts, { text: 'Something else', edited: true });
    stage.ring();
    await tab.getByTestId('messages').getByText('Something else').waitFor();
  });

  it('opens the app’s Home and tells the app', async () => {
    const { tab, stage } = await open();
    await tab.getByTestId('app-home').click();
    await tab.getByTestId('home').getByText('Good morning, Erin').waitFor();
    expect(stage.received).toContainEqual({ openHome: ERIN });
    await tab.getByTestId('home-tab').press('ArrowRight');
    expect(await tab.getByTestId('messages-tab').getAttribute('aria-selected')).toBe('true');
  });

  it('runs a shortcut', async () => {
    const { tab, stage } = await open();
    await tab.getByTestId('shortcuts').click();
    await tab.getByTestId('shortcut-get-key').click();
    await tab.getByTestId('modal').waitFor();
    expect(stage.received).toContainEqual({ shortcut: 'get-key', userId: ERIN });
  });

  it('walks the channels with the arrows and the regions with F6', async () => {
    const { tab } = await open();
    await tab.getByTestId(`channel-${HELP}`).focus();
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'openai-approvals', level: 2 }).waitFor();
    const region = () =>
      tab.evaluate(() => document.activeElement?.closest('.sidebar, .message-list, .composer')?.className);
    await tab.keyboard.press('F6');
    expect(await region()).toContain('message-list');
    await tab.keyboard.press('F6');
    expect(await region()).toContain('composer');
  });
});

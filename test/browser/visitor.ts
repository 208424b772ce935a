import type { Locator, Page } from 'playwright-core';

/** Narrower than this, one pane shows at a time. */
const sideBySidePx = 1100;

const tourSteps = [1, 2, 3, 4, 5];

/**
 * One person in front of the page, who plays everybody in turn: does what fingers do, sees what eyes see. Everything waits for what it
 * needs, so that no scene has to sleep.
 */
export interface Visitor {
  readonly page: Page;
  byId(testId: string): Locator;
  be(personId: string): Promise<void>;
  openChannel(channelId: string): Promise<void>;
  openApp(tab: 'home' | 'messages'): Promise<void>;
  say(text: string): Promise<void>;
  /** The newest message in which this stands. */
  message(text: string | RegExp): Locator;
  /** Presses the button whose name begins so, on the newest message that has one. */
  pressOnMessage(name: string): Promise<void>;
  /** The open modal, once it has this title. */
  modal(title: string): Promise<Modal>;
  hasNoModal(): Promise<void>;
  /** Waits until the tour has ticked these steps, and no others. */
  tourShows(...done: readonly number[]): Promise<void>;
}

export interface Modal {
  readonly root: Locator;
  text(): Promise<string>;
  field(label: string): Locator;
  fill(label: string, text: string): Promise<void>;
  submit(): Promise<void>;
  close(): Promise<void>;
}

export function visit(page: Page): Visitor {
  const byId = (testId: string) => page.getByTestId(testId);
  const isNarrow = () => (page.viewportSize()?.width ?? sideBySidePx) < sideBySidePx;
  const toWorkspace = async () => {
    if (isNarrow()) await byId('pane-workspace').click();
  };
  const openChannel = async (channelId: string) => {
    await toWorkspace();
    await byId(`channel-${channelId}`).click();
    await page.locator(`[data-testid="channel-${channelId}"][aria-current="page"]`).waitFor({ state: 'attached' });
  };
  const message = (text: string | RegExp) => byId('messages').getByRole('article').filter({ hasText: text }).last();

  return {
    page,
    byId,
    async be(personId) {
      await toWorkspace();
      await byId('person-switch').click();
      const name = await byId(`person-option-${personId}`).locator('.person-name').innerText();
      await byId(`person-option-${personId}`).click();
      await byId('person-switch').filter({ hasText: name }).waitFor();
    },
    openChannel,
    async openApp(tab) {
      await toWorkspace();
      await byId('app-home').click();
      await byId(`${tab}-tab`).click();
    },
    async say(text) {
      await byId('composer').fill(text);
      await byId('send').click();
    },
    message,
    async pressOnMessage(name) {
      await byId('messages')
        .getByRole('button', { name: new RegExp(`^${name}\\b`) })
        .last()
        .click();
    },
    async modal(title) {
      const root = byId('modal');
      await root.getByRole('heading', { name: title, exact: true }).waitFor();
      return modalOf(root);
    },
    hasNoModal: () => byId('modal').waitFor({ state: 'detached' }),
    async tourShows(...done) {
      for (const step of tourSteps)
        await page.locator(`[data-testid="tour-step-${step}"][data-done="${done.includes(step)}"]`).waitFor();
    },
  };
}

function modalOf(root: Locator): Modal {
  const field = (label: string) => root.getByLabel(new RegExp(`^${label}( \\(optional\\))?$`));
  return {
    root,
    text: () => root.innerText(),
    field,
    fill: (label, text) => field(label).fill(text),
    submit: () => root.getByTestId('modal-submit').click(),
    async close() {
      await root.getByTestId('modal-cancel').click();
      await root.waitFor({ state: 'detached' });
    },
  };
}

import { startPage } from '#sandbox/page/start.ts';
import type { Page, PageOptions } from '#sandbox/page/page-options.ts';
import { APPROVALS, HELP, ROLES } from './fake-people.ts';
import { createFakeStage } from './fake-stage.ts';
import type { FakeStage } from './fake-stage.ts';

const OPTIONS: PageOptions = {
  commandName: '/openai',
  workspaceName: 'Larkspur',
  shortcuts: [
    { callbackId: 'get-key', name: 'Get an API key' },
    { callbackId: 'report-leak', name: 'Report a leak' },
  ],
  roles: ROLES,
  commandHints: [
    { words: 'keys issue', does: 'Ask for an API key' },
    { words: 'keys list', does: 'List my keys' },
    { words: 'help', does: 'Everything you can do' },
  ],
  userGroups: { S0PLATFORM1: 'platform' },
  tour: { askInChannelId: HELP, approveInChannelId: APPROVALS },
};

export interface OpenPage {
  readonly stage: FakeStage;
  readonly page: Page;
  readonly faults: unknown[];
}

export async function openPage(options: Partial<PageOptions> = {}): Promise<OpenPage> {
  const stage = createFakeStage();
  const faults: unknown[] = [];
  const page = await startPage(stage, { ...OPTIONS, onFault: (error) => void faults.push(error), ...options });
  return { stage, page, faults };
}

import type { HandleShortcut } from '../handler.ts';
import { openLeak } from '../open-leak.ts';
import { type Origin, tell } from '../stage.ts';
import { startOperation } from '../start-operation.ts';
import { issueId } from '../views/menu.ts';
import { sentence } from '../views/saying.ts';

/** "Get an API key" from anywhere in Slack: the form of its operation. */
export const startIssue: HandleShortcut = async (kit, shortcut, ack) => {
  await ack();
  const origin: Origin = { ...shortcut, responseUrl: null, modalId: null };
  const operation = kit.catalogue.find((each) => each.id === issueId);
  if (operation === undefined) return tell(kit, origin, sentence('Keys cannot be issued from here.'));
  return startOperation(kit, origin, { operation, given: { as: 'words', words: {} }, reason: '' });
};

/** "Report a leak" from anywhere in Slack. */
export const startLeak: HandleShortcut = async (kit, shortcut, ack) => {
  await ack();
  return openLeak(kit, { ...shortcut, responseUrl: null, modalId: null });
};

import type { Instant } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import type { Account } from '#operations/people/match.ts';
import type { Roster } from '#workflow/ports/people.ts';
import type { CallSlack } from './api/call-slack.ts';
import { isRecord } from './api/record.ts';
import type { Home } from './slack-face.ts';
import { judgeUser } from './standing.ts';

// Slack gives at most a thousand a page; fifty pages are more people than a workspace of its kind has.
const pageSize = 1000;
const mostPages = 50;

function accountOf(user: unknown, home: Home, at: Instant): readonly Account[] {
  if (!isRecord(user) || typeof user['id'] !== 'string') return [];
  const standing = judgeUser(user, { id: user['id'], home, at });
  if (standing.kind !== 'member') return [];
  const profile = isRecord(user['profile']) ? user['profile'] : {};
  const given = profile['email'];
  // An address that nobody has confirmed is only what somebody typed.
  const isTold = typeof given === 'string' && given !== '' && user['is_email_confirmed'] === true;
  return [{ slackId: user['id'], name: standing.name, email: isTold ? oneLine(given, 254) : null }];
}

/** Every full member, page by page; all of them or nobody, because half a list would make people seem unique. */
export async function askRoster(call: CallSlack, home: Home, at: Instant): Promise<Roster> {
  const accounts: Account[] = [];
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await call('users.list', { limit: pageSize, ...(cursor === '' ? {} : { cursor }) });
    if (!answer.ok) return { known: false, why: `Slack did not say who is in the workspace (${answer.error}).` };
    const { members, response_metadata: metadata } = answer.data;
    if (!Array.isArray(members)) return { known: false, why: 'Slack did not say who is in the workspace.' };
    accounts.push(...members.flatMap((user) => accountOf(user, home, at)));
    const next = isRecord(metadata) ? metadata['next_cursor'] : '';
    if (typeof next !== 'string' || next === '') return { known: true, accounts };
    cursor = next;
  }
  return { known: false, why: `The workspace has more than ${mostPages * pageSize} accounts.` };
}

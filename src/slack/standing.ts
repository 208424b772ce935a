import { oneLine } from '#domain/printable.ts';
import type { Instant } from '#domain/instant.ts';
import type { Standing, StandingCode } from '#workflow/ports/people.ts';
import { isRecord } from './api/record.ts';
import type { Home } from './slack-face.ts';

/** Flags that rule somebody out when they are set. Slack leaves most of them away for ordinary members. */
const barring: readonly (readonly [flag: string, code: StandingCode])[] = [
  ['deleted', 'deactivated'],
  ['is_bot', 'bot'],
  ['is_workflow_bot', 'bot'],
  ['is_connector_bot', 'bot'],
  ['is_stranger', 'other-workspace'],
  ['is_ultra_restricted', 'guest'],
  ['is_restricted', 'guest'],
  ['is_invited_user', 'invited'],
];

/** Flags that must be there and say no: an answer without them proves nothing. */
const proving = ['deleted', 'is_bot', 'is_restricted', 'is_ultra_restricted'] as const;

/** Slack's own automaton; it has a user object like a person's. */
const slackbot = 'USLACKBOT';

type User = Readonly<Record<string, unknown>>;

/**
 * Whether the account belongs here. In an Enterprise organization the account may be of another workspace of it, if it is also in
 * ours (Slack API docs, "User object", 2026); everywhere else the workspaces must be the same.
 */
function belongs(user: User, home: Home): boolean | null {
  const enterprise = user['enterprise_user'];
  if (home.enterpriseId !== null && isRecord(enterprise)) {
    const { enterprise_id: id, teams } = enterprise;
    return id === home.enterpriseId && Array.isArray(teams) && teams.includes(home.teamId);
  }
  return typeof user['team_id'] === 'string' ? user['team_id'] === home.teamId : null;
}

/** What one answer of `users.info` proves about the account that was asked for. Anything missing is a no. */
export function judgeUser(
  user: unknown,
  asked: { readonly id: string; readonly home: Home; readonly at: Instant },
): Standing {
  const { id, home, at } = asked;
  const refused = (code: StandingCode): Standing => ({ kind: 'refused', code, at });
  if (!isRecord(user) || user['id'] !== id) return refused('unproven');
  if (id === slackbot) return refused('bot');
  const bar = barring.find(([flag]) => user[flag] === true);
  if (bar !== undefined) return refused(bar[1]);
  const here = belongs(user, home);
  if (here === false) return refused('other-workspace');
  if (here === null || proving.some((flag) => user[flag] !== false)) return refused('unproven');
  const { tz } = user;
  return { kind: 'member', name: nameOf(user, id), at, ...(typeof tz === 'string' && isZone(tz) ? { zone: tz } : {}) };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function nameOf(user: User, id: string): string {
  const profile = isRecord(user['profile']) ? user['profile'] : {};
  const given = [profile['real_name'], user['real_name'], user['name']].find(
    (name) => typeof name === 'string' && oneLine(name) !== '',
  );
  return typeof given === 'string' ? oneLine(given, 80) : id;
}

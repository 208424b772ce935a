import { isRecord, type JsonRecord, recordsAt, textAt } from '../record.ts';
import { findSeedProblems } from './find-seed-problems.ts';
import {
  type AppSeed,
  type ChannelSeed,
  DEFAULT_BOT_SCOPES,
  type PersonSeed,
  type TeamSeed,
  type UserGroupSeed,
  type WorkspaceSeed,
} from './workspace-seed.ts';

/** The seed file cannot be used; `problems` says where and why, one sentence each. */
export class SeedError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The workspace seed cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'SeedError';
    this.problems = problems;
  }
}

const KINDS: readonly string[] = ['member', 'guest', 'single-channel-guest', 'bot', 'deactivated', 'stranger'];

/**
 * Reads a workspace from JSON.
 * @throws SeedError when the text is no JSON, a field is missing or an id points at nothing
 */
export function readWorkspaceSeed(jsonText: string): WorkspaceSeed {
  const problems: string[] = [];
  const root = object(parse(jsonText), 'the seed', problems);
  const team = readTeam(object(root['team'], 'team', problems), problems);
  const seed: WorkspaceSeed = {
    team,
    app: readApp(object(root['app'], 'app', problems), problems),
    people: recordsAt(root, 'people').map((entry, index) =>
      readPerson(entry, { at: `people[${index}]`, team, problems }),
    ),
    channels: recordsAt(root, 'channels').map((entry, index) => readChannel(entry, `channels[${index}]`, problems)),
    userGroups: recordsAt(root, 'userGroups').map((entry, index) => readGroup(entry, `userGroups[${index}]`, problems)),
  };
  if (problems.length === 0) problems.push(...findSeedProblems(seed));
  if (problems.length > 0) throw new SeedError(problems);
  return seed;
}

function parse(jsonText: string): unknown {
  try {
    return JSON.parse(jsonText);
  } catch (cause) {
    throw new SeedError([cause instanceof Error ? cause.message : 'not JSON']);
  }
}

function readTeam(entry: JsonRecord, problems: string[]): TeamSeed {
  const need = needText(entry, 'team', problems);
  return { id: need('id'), name: need('name'), domain: need('domain') };
}

function readApp(entry: JsonRecord, problems: string[]): AppSeed {
  const need = needText(entry, 'app', problems);
  return {
    id: need('id'),
    name: need('name'),
    botId: need('botId'),
    botUserId: need('botUserId'),
    botScopes: texts(entry['botScopes']) ?? DEFAULT_BOT_SCOPES,
    events: texts(entry['events']) ?? ['app_home_opened', 'app_mention'],
    commands: texts(entry['commands']) ?? [],
    shortcuts: recordsAt(entry, 'shortcuts').map((shortcut, index) => {
      const needed = needText(shortcut, `app.shortcuts[${index}]`, problems);
      return { callbackId: needed('callbackId'), name: needed('name') };
    }),
  };
}

function readPerson(entry: JsonRecord, context: { at: string; team: TeamSeed; problems: string[] }): PersonSeed {
  const need = needText(entry, context.at, context.problems);
  const kind = need('kind');
  if (!KINDS.includes(kind)) context.problems.push(`${context.at}.kind must be one of ${KINDS.join(', ')}`);
  return {
    id: need('id'),
    teamId: textAt(entry, 'teamId') ?? context.team.id,
    name: need('name'),
    realName: need('realName'),
    title: textAt(entry, 'title') ?? '',
    email: textAt(entry, 'email') ?? '',
    kind: kind as PersonSeed['kind'],
    timezone: textAt(entry, 'timezone') ?? 'Etc/UTC',
  };
}

function readChannel(entry: JsonRecord, at: string, problems: string[]): ChannelSeed {
  const need = needText(entry, at, problems);
  const kind = need('kind');
  if (kind !== 'public' && kind !== 'private') problems.push(`${at}.kind must be public or private`);
  return {
    id: need('id'),
    name: need('name'),
    kind: kind === 'private' ? 'private' : 'public',
    topic: textAt(entry, 'topic') ?? '',
    purpose: textAt(entry, 'purpose') ?? '',
    members: texts(entry['members']) ?? [],
    connectedTeamIds: texts(entry['connectedTeamIds']) ?? [],
  };
}

function readGroup(entry: JsonRecord, at: string, problems: string[]): UserGroupSeed {
  const need = needText(entry, at, problems);
  return { id: need('id'), handle: need('handle'), name: need('name'), members: texts(entry['members']) ?? [] };
}

function object(value: unknown, at: string, problems: string[]): JsonRecord {
  if (isRecord(value)) return value;
  problems.push(`${at} must be an object`);
  return {};
}

function needText(entry: JsonRecord, at: string, problems: string[]): (key: string) => string {
  return (key) => {
    const value = textAt(entry, key);
    if (value === null || value === '') problems.push(`${at}.${key} must be a text`);
    return value ?? '';
  };
}

function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
}

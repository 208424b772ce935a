import { describe, expect, it } from 'vitest';
import { readWorkspaceSeed, SeedError } from '#sandbox/slack/seed/read-workspace-seed.ts';
import { DEFAULT_BOT_SCOPES } from '#sandbox/slack/seed/workspace-seed.ts';
import { type Json, seed, seedText } from '../slack-stage.ts';

function problemsOf(change: (root: Json) => void): readonly string[] {
  const root = JSON.parse(seedText);
  change(root);
  try {
    readWorkspaceSeed(JSON.stringify(root));
    return [];
  } catch (error) {
    if (error instanceof SeedError) return error.problems;
    throw error;
  }
}

describe('the workspace that is shipped', () => {
  it('has somebody of every kind, each with the id that policies name', () => {
    expect(Object.fromEntries(seed.people.map((person) => [person.id, person.kind]))).toEqual({
      U0ERIN0001: 'member',
      U0BEA00001: 'member',
      U0OMAR0001: 'member',
      U0SAM00001: 'member',
      U0PRIYA001: 'member',
      U0GUS00001: 'guest',
      U0SOL00001: 'single-channel-guest',
      U0DANA0001: 'deactivated',
      U0PETRA001: 'stranger',
      U0COUNTER1: 'bot',
    });
  });

  it('puts a single-channel guest into one channel and the stranger into shared ones only', () => {
    const channelsOf = (id: string) => seed.channels.filter((channel) => channel.members.includes(id));
    expect(channelsOf('U0SOL00001')).toHaveLength(1);
    expect(channelsOf('U0PETRA001').map((channel) => channel.connectedTeamIds)).toEqual([['T0PARTNER1']]);
  });

  it('grants what a manifest without scopes would need', () => {
    expect(seed.app.botScopes).toEqual(DEFAULT_BOT_SCOPES);
    expect(problemsOf((root) => delete root.app.botScopes)).toEqual([]);
  });
});

describe('a seed that contradicts itself', () => {
  it.each<[string, (root: Json) => void, string]>([
    [
      'an unknown member',
      (root) => root.channels[0].members.push('U0NOBODY01'),
      "general has the member 'U0NOBODY01', who is not among the people",
    ],
    [
      'a doubled id',
      (root) => root.people.push({ ...root.people[0], name: 'erin2' }),
      "the id 'U0ERIN0001' is used twice",
    ],
    ['a doubled handle', (root) => (root.people[1].name = 'erin'), "the handle 'erin' is used twice"],
    [
      'a bot that is a member',
      (root) => (root.app.botUserId = 'U0ERIN0001'),
      "app.botUserId 'U0ERIN0001' must be a person of kind 'bot'",
    ],
    [
      'a stranger of the own team',
      (root) => delete root.people[8].teamId,
      'U0PETRA001: a stranger, and nobody else, belongs to another team',
    ],
    [
      'a member of another team',
      (root) => (root.people[0].teamId = 'T0PARTNER1'),
      'U0ERIN0001: a stranger, and nobody else, belongs to another team',
    ],
    [
      'an unknown kind',
      (root) => (root.people[0].kind = 'boss'),
      'people[0].kind must be one of member, guest, single-channel-guest, bot, deactivated, stranger',
    ],
    ['a command without slash', (root) => (root.app.commands = ['openai']), "'openai' is no slash command"],
    ['a missing name', (root) => delete root.channels[2].name, 'channels[2].name must be a text'],
  ])('is refused for %s', (_name, change, problem) => {
    expect(problemsOf(change)).toContain(problem);
  });

  it('is refused when it is no JSON', () => {
    expect(() => readWorkspaceSeed('{')).toThrow(SeedError);
    expect(() => readWorkspaceSeed('[]')).toThrow('the seed must be an object');
  });
});

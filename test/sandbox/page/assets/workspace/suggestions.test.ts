import { describe, expect, it } from 'vitest';
import { suggest } from '#sandbox/page/assets/workspace/suggestions.ts';
import { withMentions } from '#sandbox/page/assets/workspace/typed-text.ts';
import { CHANNELS, PEOPLE, ROLES } from '../../fake-people.ts';

const config = {
  commandName: '/openai',
  roles: ROLES,
  commandHints: [
    { words: 'keys issue', does: 'Ask for a key' },
    { words: 'help', does: 'Help' },
  ],
};
const channels = CHANNELS.map((channel) => ({ ...channel, unread: 0, isMember: true }));
const source = { config, people: PEOPLE, channels };
const labels = (text: string) => suggest(text, text.length, source).map(({ label }) => label);

describe('suggestions', () => {
  it('offer the command and what may follow it', () => {
    expect(labels('/')).toEqual(['/openai', '/openai keys issue', '/openai help']);
    expect(labels('/openai k')).toEqual(['/openai keys issue']);
    expect(labels('/other')).toEqual([]);
  });

  it('offer nothing for a command that is complete', () => {
    expect(labels('/openai keys issue')).toEqual([]);
  });

  it('offer people after @ and channels after #, only at the start of a word', () => {
    expect(labels('ask @be')).toEqual(['Bea Lindqvist']);
    expect(labels('see #audit')).toEqual(['#openai-audit']);
    expect(labels('erin@be')).toEqual([]);
  });

  it('never offer people who are gone', () => {
    expect(labels('@dana')).toEqual([]);
  });

  it('complete the word at the caret and keep what follows', () => {
    expect(suggest('ask @be now', 7, source)[0]?.text).toBe('ask @Bea Lindqvist  now');
  });
});

describe('what is sent', () => {
  const known = { people: PEOPLE, channels };

  it('names people and channels by their ids', () => {
    expect(withMentions('@Bea Lindqvist please look at #openai-audit, @Erin Okafor', known)).toBe(
      '<@U0BEA000001> please look at <#C0AUDIT0001>, <@U0ERIN00001>',
    );
  });

  it('takes the longest name', () => {
    const two = [
      ...channels,
      { id: 'C0OPENAI001', name: 'openai', kind: 'public' as const, unread: 0, isMember: true },
    ];
    expect(withMentions('#openai-audit #openai', { people: PEOPLE, channels: two })).toBe(
      '<#C0AUDIT0001> <#C0OPENAI001>',
    );
  });

  it.each(['mail bea@larkspur.example', '@Beatrix', 'C#', '# heading', '<b> & "q"'])('leaves “%s” as typed', (text) => {
    expect(withMentions(text, known)).toBe(text);
  });
});

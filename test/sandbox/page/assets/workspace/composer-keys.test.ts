import { describe, expect, it } from 'vitest';
import { NOTHING_TYPED, decideKey } from '#sandbox/page/assets/workspace/composer-keys.ts';
import type { Suggestion } from '#sandbox/page/assets/workspace/suggestions.ts';

const suggestion = (key: string, takesEnter: boolean): Suggestion => ({
  key,
  label: key,
  description: '',
  text: key,
  takesEnter,
});
const COMMANDS = [suggestion('/openai', false), suggestion('/openai help', false)];
const PEOPLE = [suggestion('@Erin', true), suggestion('@Bea', true)];
const press = (key: string, shiftKey = false) => ({ key, shiftKey });
const typed = (text: string) => ({ ...NOTHING_TYPED, text, caret: text.length, dismissed: false });

describe('a key in the composer', () => {
  it('Enter sends, Shift+Enter does not', () => {
    expect(decideKey(press('Enter'), typed('hello'), [])).toEqual({ do: 'send' });
    expect(decideKey(press('Enter', true), typed('hello'), [])).toBeNull();
  });

  it('Enter sends a command that was typed, though suggestions are open', () => {
    expect(decideKey(press('Enter'), typed('/openai'), COMMANDS)).toEqual({ do: 'send' });
  });

  it('Enter takes the suggestion that the arrows chose', () => {
    const chosen = decideKey(press('ArrowDown'), typed('/'), COMMANDS);
    expect(chosen).toEqual({ do: 'choose', active: 0 });
    expect(decideKey(press('Enter'), { ...typed('/'), active: 0 }, COMMANDS)).toEqual({
      do: 'take',
      suggestion: COMMANDS[0],
    });
  });

  it('Enter takes the first person while a mention is being written', () => {
    expect(decideKey(press('Enter'), typed('@e'), PEOPLE)).toEqual({ do: 'take', suggestion: PEOPLE[0] });
  });

  it('the arrows go round the suggestions', () => {
    expect(decideKey(press('ArrowUp'), typed('/'), COMMANDS)).toEqual({ do: 'choose', active: 1 });
    expect(decideKey(press('ArrowDown'), { ...typed('/'), active: 1 }, COMMANDS)).toEqual({ do: 'choose', active: 0 });
  });

  it('Tab takes a suggestion, and moves on where there is none', () => {
    expect(decideKey(press('Tab'), typed('/'), COMMANDS)).toEqual({ do: 'take', suggestion: COMMANDS[0] });
    expect(decideKey(press('Tab'), typed('x'), [])).toBeNull();
    expect(decideKey(press('Tab', true), typed('/'), COMMANDS)).toBeNull();
  });

  it('Escape closes the suggestions, and is left alone otherwise', () => {
    expect(decideKey(press('Escape'), typed('/'), COMMANDS)).toEqual({ do: 'dismiss' });
    expect(decideKey(press('Escape'), typed('x'), [])).toBeNull();
  });

  it('the arrows walk the history from an empty line, and never out of a written one', () => {
    expect(decideKey(press('ArrowUp'), typed(''), [])).toEqual({ do: 'recall', back: 1 });
    expect(decideKey(press('ArrowUp'), { ...typed('/openai help'), back: 1 }, COMMANDS)).toEqual({
      do: 'recall',
      back: 2,
    });
    expect(decideKey(press('ArrowDown'), { ...typed('/openai help'), back: 1 }, [])).toEqual({ do: 'recall', back: 0 });
    expect(decideKey(press('ArrowUp'), typed('half a line'), [])).toBeNull();
  });
});

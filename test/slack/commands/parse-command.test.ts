import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { parseCommand } from '#slack/commands/parse-command.ts';
import { anyText } from '../hostile.ts';

const parse = (text: string) => parseCommand(text, catalogue);

function run(text: string) {
  const parsed = parse(text);
  return parsed.kind === 'run' ? { id: parsed.operation.id, words: parsed.words, reason: parsed.reason } : parsed;
}

describe('what is understood', () => {
  test('a family, a verb, a target, flags and a reason', () => {
    expect(run('keys issue search-dev --name nightly-eval --for=30d --reason “nightly run”')).toEqual({
      id: 'keys.issue',
      words: { project: 'search-dev', name: 'nightly-eval', for: '30d' },
      reason: 'nightly run',
    });
  });

  test('capitals, and the long dashes that phones make of two short ones', () => {
    expect(run('Keys Issue search-dev —name x —reason "because"')).toEqual({
      id: 'keys.issue',
      words: { project: 'search-dev', name: 'x' },
      reason: 'because',
    });
  });

  test('a yes-or-no flag takes no value, and a quoted word is never a flag', () => {
    expect(run('keys revoke old-key --with-account')).toMatchObject({ words: { key: 'old-key', withAccount: 'yes' } });
    expect(run('keys revoke "--odd-name"')).toMatchObject({ words: { key: '--odd-name' } });
  });

  test('nothing is the menu; help and a family alone are help', () => {
    expect(parse('')).toEqual({ kind: 'menu' });
    expect(parse('help')).toEqual({ kind: 'help', family: null });
    expect(parse('help keys')).toEqual({ kind: 'help', family: 'keys' });
    expect(parse('keys')).toEqual({ kind: 'help', family: 'keys' });
    expect(parse('keys issue --help')).toEqual({ kind: 'help', family: 'keys' });
  });
});

describe('how a list is wanted', () => {
  const wish = (text: string) => {
    const parsed = parse(text);
    return parsed.kind === 'run' ? parsed.wish : parsed;
  };

  test('is said on every read, beside its own flags', () => {
    expect(wish('keys list search-dev --csv')).toEqual({ sort: null, match: null, file: 'csv' });
    expect(wish('costs show --by day --json --sort -cost —match=search')).toEqual({
      sort: '-cost',
      match: 'search',
      file: 'json',
    });
    for (const { family, verb } of catalogue.filter(({ kind }) => kind === 'read'))
      expect(wish(`${family} ${verb} --csv`)).toMatchObject({ file: 'csv' });
  });

  test('is not said on a change', () => {
    expect(wish('keys revoke old-key --csv')).toMatchObject({ kind: 'problem' });
  });

  test.each([
    ['users list --csv --json', 'One file at a time'],
    ['users list --sort name --sort role', '--sort is given twice.'],
    ['users list --sort', '--sort needs a value after it.'],
    ['users list --match ""', '--match needs a value after it.'],
  ])('is asked again where it is not clear: %s', (text, sentence) => {
    const answer = wish(text);
    expect('sentence' in answer && answer.sentence).toContain(sentence);
  });
});

describe('what is not understood is answered with the nearest', () => {
  test.each([
    ['keys isue', 'keys.issue'],
    ['keys revok old', 'keys.revoke'],
    ['projcts list', 'projects.list'],
    ['kyes issue', 'keys.issue'],
  ])('%j suggests %s', (text, id) => {
    const parsed = parse(text);
    expect(parsed.kind === 'unknown' && parsed.nearest.map((operation) => operation.id)).toContain(id);
  });

  test('a word that is near nothing suggests nothing', () => {
    expect(parse('xyzzyplugh')).toEqual({ kind: 'unknown', word: 'xyzzyplugh', nearest: [] });
  });

  test.each([
    ['keys issue search-dev --nam x', 'There is no --nam here. Did you mean --name?'],
    ['keys list --reason x', /^There is no --reason here\. /],
    ['keys issue --name', '--name needs a value after it.'],
    ['keys issue --name --for 3d', '--name needs a value after it.'],
    ['keys issue --name a --name b', '--name is given twice. Give it once.'],
    ['keys issue a --reason x --reason y', 'There are two reasons. Give one.'],
    ['keys issue search dev', /^“dev” at column 19 is one word too many\. /],
    ['keys issue "search', 'The quote at column 12 is never closed. Close it, or leave it out.'],
  ])('%j is answered with one sentence', (text, sentence) => {
    const parsed = parse(text);
    expect(parsed.kind).toBe('problem');
    expect(parsed.kind === 'problem' && parsed.sentence).toEqual(expect.stringMatching(sentence));
  });
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.constantFrom('', 'keys issue ', 'keys revoke ', 'help '), anyText, (lead, text) => {
      const parsed = parse(lead + text);
      // Words reach only fields that the operation has.
      if (parsed.kind === 'run')
        for (const name of Object.keys(parsed.words)) expect(Object.hasOwn(parsed.operation.fields, name)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe('an emergency', () => {
  const emergencyOf = (text: string) => {
    const parsed = parse(text);
    return parsed.kind === 'run' ? parsed.emergency : parsed;
  };

  test('is said by a flag, with the link as Slack sends it or as it was typed', () => {
    const link = 'https://incidents.acme.example/INC-7';
    expect(emergencyOf('keys revoke old-key')).toBeNull();
    expect(emergencyOf('keys revoke old-key --break-glass')).toEqual({ incident: null });
    expect(emergencyOf(`keys revoke old-key --break-glass --incident ${link}`)).toEqual({ incident: link });
    expect(emergencyOf(`keys revoke old-key --break-glass --incident <${link}>`)).toEqual({ incident: link });
  });

  test('is none by a link alone, and there is none of reading', () => {
    expect(parse('keys revoke old-key --incident https://x.example/1')).toMatchObject({ kind: 'problem' });
    expect(parse('keys list --break-glass')).toMatchObject({ kind: 'problem' });
  });
});

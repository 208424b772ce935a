import { describe, expect, it } from 'vitest';
import { idsOf, threats } from '../../bench/threats/ledger.ts';
import { traceThreats } from '../../bench/threats/trace.ts';

const threat = { id: 'A1', abuse: 'Own request', control: 'Never', due: 'now' } as const;
const result = (title: string, passed = true) => ({ titles: ['a room', title], file: 'room.test.ts', passed });

describe('the trace of the threats', () => {
  it('knows every abuse case once', () => {
    expect(threats).toHaveLength(103);
    expect(new Set(threats.map(({ id }) => id)).size).toBe(103);
  });

  it('reads ids only where a title begins with them', () => {
    expect(idsOf('A7, B12 · refuses')).toEqual(['A7', 'B12']);
    expect(idsOf('refuses A7 · too')).toEqual([]);
  });

  it('names the test of each id, however deep its title stands', () => {
    const { lines, problems } = traceThreats([threat], [result('A1 · refuses their own')]);
    expect(lines).toEqual([{ id: 'A1', test: 'room.test.ts › a room › A1 · refuses their own', passed: true }]);
    expect(problems).toEqual([]);
  });

  it('has a problem with an id that is due and not proven, and none with one that comes later', () => {
    expect(traceThreats([threat], [result('something else')]).problems).toEqual([
      'A1 (Own request) has no passing test.',
    ]);
    expect(traceThreats([{ ...threat, due: 'later' }], []).problems).toEqual([]);
  });

  it('has a problem with a failing test even where another one passes, and with an id nobody knows', () => {
    const { problems } = traceThreats([threat], [result('A1 · one'), result('A1, A9 · other', false)]);
    expect(problems).toEqual([
      'A1 fails: room.test.ts › a room › A1, A9 · other',
      'A9 fails: room.test.ts › a room › A1, A9 · other',
      'A9 stands in a test’s title and not in data/threats.csv.',
    ]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '#operations/lists/csv.ts';
import { readList } from '#operations/people/read-list.ts';

const linesOf = (text: string) => {
  const read = readList(text);
  if (read.kind === 'problem') throw new Error(read.sentence);
  return read.lines;
};

describe('a list of who is who', () => {
  it('is read by the names of its columns, in whatever order, from whichever spreadsheet', () => {
    const line = {
      openai: 'bea@acme.example',
      slack: [],
      also: ['U0BEA00002', 'bea@contractor.test'],
      unit: 'payments',
    };
    expect(
      linesOf('name,unit,openai,also\r\nBea,payments,bea@acme.example,U0BEA00002 bea@contractor.test\r\n'),
    ).toEqual([line]);
    expect(linesOf('\uFEFFopenai;also;unit\n"bea@acme.example";"U0BEA00002; bea@contractor.test";payments')).toEqual([
      line,
    ]);
  });

  it('may leave out everything but who they are at OpenAI', () => {
    expect(linesOf('openai\nuser-abc\n\n')).toEqual([{ openai: 'user-abc', slack: [], also: [], unit: null }]);
  });

  it.each([
    ['address\nbea@acme.example', 'Line 1: name the columns'],
    ['slack,unit\nU0BEA00001,payments', 'Line 1: name the columns'],
    ['openai,slack\nbea@acme.example,@bea', 'Line 2: “@bea” is neither'],
    ['openai,slack\nbea@acme.example', 'Line 2: 1 cells instead of 2.'],
    ['openai\nbea', 'Line 2: the column openai holds'],
    ['openai,unit\nbea@acme.example,Payments', 'Line 2: a unit is written'],
    ['openai,name\nbea@acme.example,"Bea', 'Line 2: a quote is not closed'],
    ['', 'Line 1: name the columns'],
  ])('is refused as a whole where something is not understood: %j', (text, sentence) => {
    const read = readList(text);
    expect(read.kind === 'problem' && read.sentence).toContain(sentence);
  });

  it('says the same after any spreadsheet wrote it out', () => {
    const name = fc.string({ maxLength: 20 }).filter((each) => !/^[=+\-@\t\r]/.test(each));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (names) => {
        const rows = names.map((each, place) => [each, `user-${place}`]);
        expect(linesOf(csv([['name', 'openai'], ...rows])).map(({ openai }) => openai)).toEqual(
          rows.map(([, openai]) => openai),
        );
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { openLog } from '#config/log.ts';
import { Secret } from '#domain/secret.ts';
import { fakeAdminKey, fakeAppToken, fakeBotToken } from './environments.ts';

function listen(level: 'debug' | 'info' | 'warn' | 'error' = 'info') {
  const lines: string[] = [];
  const log = openLog(level, { write: (line) => lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') as Record<string, unknown> };
}

describe('a line', () => {
  test('is one JSON object with level, time, sentence and fields', () => {
    const { log, lines, last } = listen();
    log.info({ requestId: 'R0', channel: 'C1' }, 'A request was made');
    expect(lines).toHaveLength(1);
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      requestId: 'R0',
      channel: 'C1',
      msg: 'A request was made',
    });
  });

  test('below the level is not written', () => {
    const { log, lines } = listen('warn');
    log.info({}, 'quiet');
    log.warn({}, 'loud');
    expect(lines).toHaveLength(1);
  });

  test('stays one line for every reader, whatever a name holds', () => {
    const { log, lines, last } = listen();
    const name = 'a\nb\r\u0085c\u2028d\u2029e\u009bf\u001b[31m';
    log.info({ name }, 'x');
    expect(lines.join('').trimEnd()).toMatch(/^[\x20-\x7e]+$/);
    expect(last()['name']).toBe(name);
  });
});

describe('no secret reaches a line', () => {
  const secrets = [fakeBotToken, fakeAppToken, fakeAdminKey, 'hunter2'];
  const places: readonly [string, (log: ReturnType<typeof openLog>) => void][] = [
    ['wrapped', (log) => log.info({ value: new Secret('hunter2') }, 'x')],
    [
      'under a telling name, deep down',
      (log) => log.info({ a: { b: { c: [{ headers: { Authorization: 'hunter2' } }] } } }, 'x'),
    ],
    ['under a telling name as a whole object', (log) => log.info({ clientSecret: { value: 'hunter2' } }, 'x')],
    ['by its shape, under a harmless name', (log) => log.info({ note: `see ${fakeAdminKey}` }, 'x')],
    ['in the sentence', (log) => log.warn({}, `got ${fakeBotToken}`)],
    [
      'in an error and its cause',
      (log) => log.error({ err: new Error(`bad ${fakeAppToken}`, { cause: new Error(fakeAdminKey) }) }, 'x'),
    ],
    [
      'in the request that an HTTP library hangs on its error',
      (log) =>
        log.error(
          { err: Object.assign(new Error('failed'), { config: { data: 'hunter2' }, request: { body: 'hunter2' } }) },
          'x',
        ),
    ],
  ];
  test.each(places)('%s', (_, write) => {
    const { log, lines } = listen();
    write(log);
    expect(lines).toHaveLength(1);
    for (const secret of secrets) expect(lines[0]).not.toContain(secret);
  });
});

describe('an error', () => {
  test('keeps its name, code, sentence and cause', () => {
    const { log, last } = listen();
    log.error(
      { err: Object.assign(new TypeError('no route', { cause: new Error('refused') }), { code: 'ECONNREFUSED' }) },
      'x',
    );
    expect(last()['err']).toMatchObject({
      name: 'TypeError',
      code: 'ECONNREFUSED',
      message: 'no route',
      cause: { message: 'refused' },
    });
  });
});

describe('a value that cannot be printed', () => {
  test('costs its fields, never the line', () => {
    const { log, last } = listen();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    log.info({ circle, big: 10n, bytes: Buffer.from('hunter2') }, 'still written');
    expect(last()).toMatchObject({ msg: 'still written', big: '10', bytes: '[7 bytes]' });
    log.info(
      {
        get broken() {
          throw new Error('no');
        },
      },
      'written too',
    );
    expect(last()).toMatchObject({ msg: 'written too', fields: '[unreadable]' });
  });
});

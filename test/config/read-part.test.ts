import { expect, test } from 'vitest';
import { readDatabaseUrl, readHealthAddress } from '#config/read-part.ts';
import { slackBySocket, wholeBot } from './environments.ts';

test('the address of health is read without any credential', () => {
  expect(readHealthAddress({ WEB_PORT: '9001' })).toEqual({ kind: 'ok', value: { host: '127.0.0.1', port: 9001 } });
  expect(readHealthAddress({ WEB_PORT: 'x' })).toMatchObject({
    kind: 'refused',
    lines: [expect.stringContaining('WEB_PORT')],
  });
});

test('commands look into the database that a start with the same environment would use', () => {
  expect(readDatabaseUrl(wholeBot)).toMatchObject({ value: 'sqlite:data/countersign.sqlite' });
  expect(readDatabaseUrl(slackBySocket)).toMatchObject({ value: 'sqlite:data/countersign.practice.sqlite' });
  expect(readDatabaseUrl({ DATABASE_URL: 'mysql://x' })).toMatchObject({ kind: 'refused' });
});

import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detections } from '#detections/catalogue.ts';
import { severities } from '#detections/finding.ts';
import { context, effect, event, many, OUR_KEY } from './fixture.ts';

const families = readdirSync(new URL('../../src/detections/', import.meta.url), { withFileTypes: true }).filter(
  (entry) => entry.isDirectory(),
);
const files = families.flatMap(({ name }) =>
  readdirSync(new URL(`../../src/detections/${name}/`, import.meta.url)).map(
    (file) => `${name}.${file.replace(/\.ts$/, '')}`,
  ),
);

test('the catalogue holds every detection there is, and no other', () => {
  expect(detections.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

test('every detection has tests of its own', () => {
  const tested = families.flatMap(({ name }) =>
    readdirSync(new URL(`./${name}/`, import.meta.url)).map((file) => `${name}.${file.replace(/\.test\.ts$/, '')}`),
  );
  expect(tested.toSorted()).toEqual(files.toSorted());
});

describe.each(detections)('$id', (detection) => {
  test('says what it is, how grave, what to do, and how long it keeps quiet', () => {
    expect(detection.title).not.toBe('');
    expect(detection.summary).toMatch(/\.$/);
    expect(severities).toContain(detection.severity);
    expect(detection.attack).toMatch(/^T\d{4}(\.\d{3})?$/);
    expect(detection.advice.length).toBeGreaterThan(0);
    expect(detection.quietMs).toBeGreaterThan(0);
  });

  test('finds nothing in nothing', () => {
    expect(detection.run([], context())).toEqual([]);
  });

  test('finds the same whatever the order of events, and its findings stand on events it was given', () => {
    const pool = [
      ...many('api_key.created', 7),
      ...many('api_key.deleted', 7, { prefix: 'd' }),
      ...many('service_account.deleted', 3, { prefix: 'd', minutesAgo: 28 }),
      ...many('api_key.updated', 3, { by: OUR_KEY, prefix: 'u' }),
      event('api_key.created', 'mine', { by: OUR_KEY }),
      event('login.failed', 'x', { by: null }),
    ];
    const given = context({ effects: [effect(['mine'])] });
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), (events) => {
        const found = detection.run(events, given);
        expect(
          detection
            .run(
              events.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
              given,
            )
            .toSorted(byKey),
        ).toEqual(found.toSorted(byKey));
        for (const { evidence, key, detection: id, lines, at } of found) {
          expect(id).toBe(detection.id);
          expect(key).not.toBe('');
          expect(lines.join(' ')).toMatch(/\d/);
          expect(evidence.length).toBeGreaterThan(0);
          expect(evidence.every((one) => events.some((kept) => kept.id === one))).toBe(true);
          expect(events.some((kept) => kept.at === at)).toBe(true);
        }
      }),
    );
  });
});

const byKey = (one: { readonly key: string }, other: { readonly key: string }) => (one.key < other.key ? -1 : 1);

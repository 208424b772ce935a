import { describe, expect, test } from 'vitest';
import { detections } from '#detections/catalogue.ts';
import type { AuditEvent } from '#detections/event.ts';
import { newsOf, type Watch } from '#detections/news.ts';
import { context, effect, event, many, NOW, OUR_KEY } from './fixture.ts';

const MINUTE = 60_000;
const titles = (watch: Watch) => newsOf(detections, watch).map(({ finding }) => finding.detection);
const ids = (events: readonly AuditEvent[]) => new Set(events.map(({ id }) => id));
const created = many('api_key.created', 6);

describe('what a run of the watch tells', () => {
  test('is everything it finds, the first time', () => {
    expect(titles({ events: created, fresh: ids(created), before: null, context: context() })).toEqual([
      'keys.mass-creation',
    ]);
  });

  test('is nothing when it sees the same events again', () => {
    expect(titles({ events: created, fresh: new Set(), before: NOW - MINUTE, context: context() })).toEqual([]);
  });

  test('is a burst that goes on', () => {
    const more = event('api_key.created', 'one-more', { minutesAgo: 1 });
    expect(
      titles({ events: [...created, more], fresh: ids([more]), before: NOW - MINUTE, context: context() }),
    ).toEqual(['keys.mass-creation']);
  });

  test('is a burst that becomes one by its last event', () => {
    const last = created.slice(4);
    expect(titles({ events: created.slice(0, 5), fresh: ids(last), before: NOW - MINUTE, context: context() })).toEqual(
      ['keys.mass-creation'],
    );
  });

  test('is not a burst somebody else’s event has nothing to do with', () => {
    const other = event('api_key.created', 'other', { by: 'user-Bob' });
    expect(
      titles({ events: [...created, other], fresh: ids([other]), before: NOW - MINUTE, context: context() }),
    ).toEqual([]);
  });

  const stolen = event('api_key.deleted', 'key1', { by: OUR_KEY, minutesAgo: 3 });

  test('is an old event whose grace has run out since', () => {
    const during = {
      events: [stolen],
      fresh: ids([stolen]),
      before: NOW - 3 * MINUTE,
      context: context({ now: NOW - 2 * MINUTE }),
    };
    expect(titles(during)).toEqual([]);
    expect(titles({ events: [stolen], fresh: new Set(), before: NOW - 2 * MINUTE, context: context() })).toEqual([
      'access.unmatched-effect',
    ]);
    expect(
      titles({ events: [stolen], fresh: new Set(), before: NOW, context: context({ now: NOW + MINUTE }) }),
    ).toEqual([]);
  });

  test('is an old event that our call turned out not to have done', () => {
    const old = event('api_key.deleted', 'key1', { by: OUR_KEY, minutesAgo: 30 });
    const refuted = effect(['key1'], { minutesAgo: 30, status: 'not-applied', settledAt: NOW - MINUTE });
    const watch = { events: [old], fresh: new Set<string>(), context: context({ effects: [refuted] }) };
    expect(titles({ ...watch, before: NOW - 2 * MINUTE })).toEqual(['access.unmatched-effect']);
    expect(titles({ ...watch, before: NOW - MINUTE })).toEqual([]);
  });

  test('carries how long each finding keeps quiet', () => {
    const [news] = newsOf(detections, { events: created, fresh: ids(created), before: null, context: context() });
    expect(news?.quietMs).toBe(6 * 60 * MINUTE);
  });
});

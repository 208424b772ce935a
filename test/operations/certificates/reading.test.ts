import { expect, test } from 'vitest';
import { searchDev } from '../erin-asks.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { certificateOnWire, ref, singleOnWire } from './wire.ts';

const on = certificateOnWire('on', { active: true });
const off = certificateOnWire('off');

test('the list says what is active, until when, and offers the other way of each switch', () => {
  const view = viewOf({ operation: 'certificates.list', input: {}, answers: { certificates: listOnWire(on, off) } });
  const { rows } = partOf(view, 'rows');
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['on', 'active', '2027-09-01 00:00 UTC, in 281 days', 'cert_on'],
    ['off', 'not active', '2027-09-01 00:00 UTC, in 281 days', 'cert_off'],
  ]);
  expect(rows.map(({ actions }) => actions.at(-1)?.operation)).toEqual([
    'certificates.deactivate',
    'certificates.activate',
  ]);
  expect(partOf(view, 'note').text).toContain('must present a client certificate');
});

test('the list of a project switches in that project', () => {
  const view = viewOf({
    operation: 'certificates.list-project',
    input: { project: searchDev },
    answers: { certificates: listOnWire(off) },
  });
  expect(partOf(view, 'rows').rows[0]?.actions.at(-1)).toMatchObject({
    operation: 'certificates.activate-project',
    input: { project: searchDev, certificate: ref('off') },
  });
  expect(partOf(view, 'note').text).toContain('what is active in the organization counts');
});

test('one certificate says whether it is active, which only the list knows, and never prints itself', () => {
  const show = (certificate: unknown) => ({
    operation: 'certificates.show',
    input: { certificate: ref('on') },
    answers: { certificate, certificates: listOnWire(on) },
  });
  const view = viewOf(show(singleOnWire('on', 'never printed')));
  expect(factOf(view, 'In the organization')).toBe('active');
  expect(JSON.stringify(view)).not.toContain('never printed');
  expect(refusalOf(show(null)).code).toBe('certificates.gone');
});

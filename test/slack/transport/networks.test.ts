import { expect, test } from 'vitest';
import { createNetworks } from '#slack/transport/networks.ts';

test('without networks everybody may try', () => {
  expect(createNetworks([])('203.0.113.7')).toBe(true);
  expect(createNetworks([])(undefined)).toBe(true);
});

test.each([
  ['203.0.113.7', true],
  ['::ffff:203.0.113.7', true],
  ['203.0.114.7', false],
  ['198.51.100.1', true],
  ['198.51.100.2', false],
  ['2001:db8::5', true],
  ['2001:db9::5', false],
  ['nonsense', false],
  [undefined, false],
])('%s may connect: %s', (address, may) => {
  expect(createNetworks(['203.0.113.0/24', '198.51.100.1', '2001:db8::/32'])(address)).toBe(may);
});

test.each(['203.0.113.0/33', 'x/24', '203.0.113.0/-1', '203.0.113.0/2.5', ''])('%j is refused as a setting', (cidr) => {
  expect(() => createNetworks([cidr])).toThrow(/is not a network/);
});

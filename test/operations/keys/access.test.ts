import { describe, expect, test } from 'vitest';
import { accessLevels, accessOptions, isAccessLevel } from '#operations/keys/access.ts';

describe('what a key may do', () => {
  test('is offered in words, each level once', () => {
    expect(accessOptions.map(({ value }) => value)).toEqual(Object.keys(accessLevels));
    expect(new Set(accessOptions.map(({ label }) => label)).size).toBe(accessOptions.length);
  });

  test('is a list of scopes with something in it, or no list at all', () => {
    for (const { scopes } of Object.values(accessLevels)) expect(scopes === null || scopes.length > 0).toBe(true);
  });

  test('is never a word that every object knows', () => {
    expect(['requests', 'read', 'all'].every(isAccessLevel)).toBe(true);
    expect(['', 'Requests', 'toString', '__proto__', 'hasOwnProperty'].some(isAccessLevel)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { personId } from '#domain/ids.ts';
import { catalogue } from '#operations/catalogue.ts';
import { neverAlone, refuseAlone } from '#policy/break-glass.ts';
import { parsePolicy } from '#policy/parse.ts';
import { policyText, policyWith } from '../fixture.ts';

const vocabulary = { operations: catalogue };

function operationNamed(id: string) {
  const found = catalogue.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

const incident = 'https://incidents.acme.example/*';
const section = (more: string) => ({
  break_glass: `break_glass: { incident: '${incident}', notify: approvers, ${more} }`,
});
const sound = section('people: bea, operations: keys.revoke');

function problemsOf(sections: Readonly<Record<string, string>>): string {
  const parsed = parsePolicy(policyText(sections), 'policy.yml', vocabulary);
  return parsed.kind === 'problems' ? parsed.problems.map(({ sentence }) => sentence).join(' ') : '';
}

describe('break-glass', () => {
  test('is off where a policy says nothing', () => {
    const policy = policyWith();
    expect(policy.breakGlass).toBeNull();
    const emergency = { person: personId('bea'), operation: operationNamed('keys.revoke'), incident };
    expect(refuseAlone(policy, emergency)).toMatchObject({ code: 'break-glass.off' });
  });

  test('lasts half an hour at most', () => {
    expect(policyWith(sound).breakGlass).toMatchObject({ lifetimeMs: 30 * 60_000 });
    expect(problemsOf(section('people: bea, operations: keys.revoke, lifetime: 31m'))).toContain('from 1m to 30m');
  });

  test.each([
    ['somebody who is not named', { person: personId('erin') }, 'break-glass.not-named'],
    ['an operation that is not listed', { operation: operationNamed('keys.issue') }, 'break-glass.not-listed'],
    ['a link to something else', { incident: 'https://elsewhere.example/7' }, 'break-glass.no-incident'],
    ['no link', { incident: null }, 'break-glass.no-incident'],
  ])('is refused to %s', (_, wrong, code) => {
    const right = { person: personId('bea'), operation: operationNamed('keys.revoke'), incident: `${incident}7` };
    const emergency = { ...right, ...wrong };
    expect(refuseAlone(policyWith(sound), emergency)).toMatchObject({ code });
  });

  test('lets a named person do a listed thing with the link to the incident', () => {
    const operation = operationNamed('keys.revoke');
    const emergency = { person: personId('bea'), operation, incident: 'https://incidents.acme.example/INC-7' };
    expect(refuseAlone(policyWith(sound), emergency)).toBeNull();
  });

  test.each(['admin-keys.create', 'admin-keys.*', 'changes', '*'])(
    'F7 · never reaches admin keys: a file that says %s is refused',
    (selector) => {
      expect(problemsOf(section(`people: bea, operations: '${selector}'`))).toContain('Break-glass never reaches');
    },
  );

  test('F7 · never reaches admin keys, also where a policy came to say so', () => {
    const policy = policyWith(sound);
    const breakGlass = policy.breakGlass === null ? null : { ...policy.breakGlass, operations: ['*'] };
    const emergency = {
      person: personId('bea'),
      operation: operationNamed('admin-keys.create'),
      incident: 'https://incidents.acme.example/INC-7',
    };
    expect(refuseAlone({ ...policy, breakGlass }, emergency)).toMatchObject({ code: 'break-glass.not-listed' });
  });

  test('never changes the house itself: every family that does is on the list', () => {
    const house = catalogue.filter(({ at }) => at === 'house').map(({ family }) => family);
    expect(neverAlone).toEqual(expect.arrayContaining([...new Set(house)]));
  });

  test.each([
    [
      'a group in the place of people',
      'people: approvers, operations: keys.revoke',
      'There is no approvers under people.',
    ],
    ['an unknown operation', 'people: bea, operations: keys.revok', 'There is no operation keys.revok.'],
    ['what only looks', 'people: bea, operations: keys.list', 'changes nothing'],
  ])('is refused with %s', (_, more, sentence) => {
    expect(problemsOf(section(more))).toContain(sentence);
  });

  test('takes no pattern that any page of the world would fit', () => {
    const loose = {
      break_glass: "break_glass: { people: bea, operations: keys.revoke, notify: approvers, incident: 'https://*/x' }",
    };
    expect(problemsOf(loose)).toContain('what links to incidents look like');
  });
});

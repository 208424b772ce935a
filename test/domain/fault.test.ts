import { expect, test } from 'vitest';
import { Fault } from '#domain/fault.ts';
import { InvariantError, invariant, unreachable } from '#domain/invariant.ts';

test('a fault has a stable code, says whether a retry can help, and keeps its cause', () => {
  const cause = new Error('socket closed');
  const fault = new Fault('openai.unreachable', 'OpenAI could not be reached', { canRetry: true, cause });
  expect(fault).toMatchObject({ name: 'Fault', code: 'openai.unreachable', canRetry: true, cause });
  expect(new Fault('openai.refused', 'no')).toMatchObject({ canRetry: false });
});

test('what must hold stops the work with its sentence when it does not', () => {
  expect(() => invariant('something', 'fine')).not.toThrow();
  expect(() => invariant(null, 'A plan has a step')).toThrow(new InvariantError('A plan has a step'));
});

test('a case that was forgotten says which', () => {
  expect(() => unreachable('later' as never)).toThrow('A case was not handled: "later"');
});

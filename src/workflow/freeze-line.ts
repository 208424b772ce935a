import type { Freeze } from '#approvals/freeze.ts';
import { frozenWhat } from '#domain/freeze-scope.ts';
import type { FreezeLine } from '#operations/memory.ts';

export function freezeLine({ id, scope, by, why, at }: Freeze): FreezeLine {
  const person = scope.of === 'person' ? scope.person : null;
  return { id, what: frozenWhat(scope), person, byName: by.name, why, at };
}

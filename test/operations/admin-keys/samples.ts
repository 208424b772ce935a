import type { Sample } from '../samples.ts';
import { own } from '../users/people.ts';
import { ownKeyOnWire } from '../users/wire.ts';
import { listOnWire } from '../wire.ts';

/** Ines’s key, used a day and two hours before noon. */
export const reportKeyOnWire = (more: Readonly<Record<string, unknown>> = {}) =>
  ownKeyOnWire({
    id: 'key_report',
    name: 'cost-report',
    redacted_value: 'sk-admin-rep...ort1',
    last_used_at: Date.parse('2026-11-22T10:00:00Z') / 1000,
    owner: { type: 'user', id: 'user_ines', name: 'Ines Moreau' },
    ...more,
  });

export const reportKey = { key: { id: 'key_report', name: 'cost-report' } } as const;

export const creating = {
  operation: 'admin-keys.create',
  input: { name: 'invoice-export', for: 30 * 86_400_000 },
  answers: { keys: listOnWire(ownKeyOnWire(), reportKeyOnWire()), own },
} as const;

export const deleting = {
  operation: 'admin-keys.delete',
  input: reportKey,
  answers: { key: reportKeyOnWire(), own },
} as const;

/** One way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'admin-keys.list', input: {}, answers: creating.answers },
  { operation: 'admin-keys.show', input: reportKey, answers: deleting.answers },
  creating,
  deleting,
];

import { resolve } from 'node:path';
import { Fault } from '#domain/fault.ts';

/**
 * The absolute path of the database file that `DATABASE_URL` names (`sqlite:<path>`, relative to the working directory), or null for
 * `sqlite::memory:`.
 */
export function databasePath(url: string): string | null {
  const [scheme, ...rest] = url.split(':');
  const path = rest.join(':').trim();
  if (scheme !== 'sqlite' || path === '') {
    throw new Fault(
      'config.invalid',
      'DATABASE_URL must be sqlite:<path of a file>, for example sqlite:data/countersign.sqlite.',
    );
  }
  return path === ':memory:' ? null : resolve(path);
}

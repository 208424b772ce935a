import type { PersonId } from '#domain/ids.ts';
import type { Reading } from '../ports/store.ts';

/** Everybody who has a passkey, whether it counts already or not. */
export async function withPasskey(read: Pick<Reading, 'stepUp'>): Promise<ReadonlySet<PersonId>> {
  return new Set((await read.stepUp.passkeys()).map(({ person }) => person));
}

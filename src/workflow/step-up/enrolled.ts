import type { PersonId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { StepUp } from '#policy/safeguards.ts';
import type { StepUpReader } from '../ports/step-up.ts';
import type { Keeper } from './keeper.ts';

/** Who can prove what just now. Without an address there are no passkeys, without a seal no codes, and what is new counts only later. */
export interface Enrolled {
  readonly passkey: ReadonlySet<PersonId>;
  readonly code: ReadonlySet<PersonId>;
}

const counting = (all: readonly { readonly person: PersonId; readonly countsFrom: Instant }[], now: Instant) =>
  new Set(all.filter(({ countsFrom }) => countsFrom <= now).map(({ person }) => person));

export async function enrolledNow(house: Keeper): Promise<Enrolled> {
  const { presence, clock } = house;
  const read: StepUpReader = house.store.read.stepUp;
  const now = clock.now();
  return {
    passkey: counting(presence.pages() === null ? [] : await read.passkeys(), now),
    code: counting(presence.hasCodes ? await read.seeds() : [], now),
  };
}

/** A passkey proves whatever a code proves, and more. */
export function canProve({ passkey, code }: Enrolled, person: PersonId, asked: StepUp): boolean {
  switch (asked) {
    case 'none':
      return true;
    case 'code':
      return code.has(person) || passkey.has(person);
    case 'passkey':
      return passkey.has(person);
  }
}

import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import type { CodeSeed, Passkey, Ticket } from '#workflow/ports/step-up.ts';
import type { CurrentStore } from '../contract.ts';
import { NOON } from '../sample-request.ts';

const bea = personId('bea');
const omar = personId('omar');
const enrolled = { person: bea, origin: 'host', enrolledAt: NOON, countsFrom: NOON } as const;
const passkey: Passkey = { ...enrolled, credentialId: 'Y3JlZA==', publicKey: 'a2V5', counter: 0 };
const seed: CodeSeed = { ...enrolled, sealed: 'v1.a', lastStep: 10 };
const ticket: Ticket = {
  hash: 'a'.repeat(64),
  purpose: 'enrol',
  person: bea,
  slackId: slackUserId('U0BEA00001'),
  name: 'Bea',
  requestId: null,
  digest: null,
  enrolmentId: 1,
  challenge: 'Y2hhbGxlbmdl',
  expiresAt: NOON + 5 * minuteMs,
};

export function stepUpContract(store: CurrentStore): void {
  const read = () => store().read.stepUp;

  describe('step-up', () => {
    it('keeps passkeys, of which each belongs to one person only', async () => {
      await store().transact(async (tx) => {
        expect(await tx.stepUp.insertPasskey(passkey)).toBe(true);
        expect(await tx.stepUp.insertPasskey({ ...passkey, person: omar })).toBe(false);
        await tx.stepUp.counted(passkey.credentialId, 7);
      });
      expect(await read().passkeys()).toEqual([{ ...passkey, counter: 7 }]);
      expect(await read().passkeysOf(omar)).toEqual([]);
    });

    it('lets a code be used once, and none before it', async () => {
      const used = await store().transact(async (tx) => {
        await tx.stepUp.putSeed(seed);
        const steps = [];
        for (const step of [10, 11, 11, 10, 12]) steps.push(await tx.stepUp.useStep(bea, step));
        return steps;
      });
      expect(used).toEqual([false, true, false, false, true]);
    });

    it('refuses the same sealed seed for a second person', async () => {
      await store().transact((tx) => tx.stepUp.putSeed(seed));
      await expect(store().transact((tx) => tx.stepUp.putSeed({ ...seed, person: omar }))).rejects.toThrow();
    });

    it('uses a recovery code, a right to enrol and a ticket once each, in their time', async () => {
      const done = await store().transact(async ({ stepUp }) => {
        await stepUp.putRecoveryCodes(bea, ['one', 'two']);
        const times = { opensAt: NOON, expiresAt: NOON + hourMs, coolingMs: 0 };
        const right = { person: bea, name: 'Bea', origin: 'host', requestId: null, ...times } as const;
        const { id } = await stepUp.grantEnrolment(right);
        await stepUp.putTicket(ticket);
        return [
          await stepUp.useRecoveryCode(bea, 'one', NOON),
          await stepUp.useRecoveryCode(bea, 'one', NOON),
          await stepUp.useRecoveryCode(omar, 'two', NOON),
          await stepUp.useEnrolment(id, NOON - 1),
          await stepUp.useEnrolment(id, NOON),
          await stepUp.useEnrolment(id, NOON),
          await stepUp.useTicket(ticket.hash, ticket.expiresAt),
          await stepUp.useTicket(ticket.hash, NOON),
          await stepUp.useTicket(ticket.hash, NOON),
        ];
      });
      expect(done).toEqual([true, false, false, false, true, false, false, true, false]);
      expect(await read().ticket(ticket.hash, NOON)).toBeNull();
      expect(await read().enrolmentsOf(bea, NOON)).toEqual([]);
    });

    it('takes everything of one person back, and keeps their passkeys as evidence', async () => {
      await store().transact(async ({ stepUp }) => {
        await stepUp.insertPasskey(passkey);
        await stepUp.putSeed(seed);
        await stepUp.putRecoveryCodes(bea, ['one']);
        await stepUp.putTicket(ticket);
        await stepUp.reset(bea, NOON);
      });
      expect(await read().passkeysOf(bea)).toEqual([]);
      expect(await read().seedOf(bea)).toBeNull();
      expect(await read().recoveryCodesOf(bea)).toEqual([]);
      expect(await read().ticket(ticket.hash, NOON)).toBeNull();
      expect(await store().transact((tx) => tx.stepUp.insertPasskey(passkey))).toBe(false);
    });

    it('counts failures until they are forgotten', async () => {
      expect(await read().failuresOf(bea)).toEqual({ count: 0, lockedUntil: null });
      await store().transact((tx) => tx.stepUp.putFailures(bea, { count: 5, lockedUntil: NOON }));
      await store().transact((tx) => tx.stepUp.putFailures(bea, { count: 0, lockedUntil: null }));
      expect(await read().failuresOf(bea)).toEqual({ count: 0, lockedUntil: null });
    });
  });
}

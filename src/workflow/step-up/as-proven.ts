import { decisionChallenge } from '#approvals/decision-challenge.ts';
import type { Decision } from '#approvals/request.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { heldProof } from './held-proof.ts';

async function isHeld(
  house: House,
  record: PlannedRequest,
  { person, proof, digest, kind }: Decision,
): Promise<boolean> {
  switch (proof) {
    case 'none':
      return true;
    case 'code': {
      // A code cannot be looked at again; that one was taken is all there is to keep.
      const kept = await house.store.read.stepUp.proofsOf(record.terms.id);
      return kept.findLast((one) => one.person === person)?.proof.kind === 'code';
    }
    case 'passkey': {
      const { deployment } = house;
      const signed = { deployment, requestId: record.terms.id, digest, decision: kind, person };
      return heldProof(house, { record, person, challenge: decisionChallenge(signed) });
    }
  }
}

/** Decisions as what was kept of their proofs says now: one whose signature does not hold any more was given without any. */
export async function asProven(
  house: House,
  record: PlannedRequest,
  decisions: readonly Decision[],
): Promise<readonly Decision[]> {
  return Promise.all(
    decisions.map(async (decision) => {
      if (await isHeld(house, record, decision)) return decision;
      house.log.error(
        { request: record.terms.id, person: decision.person },
        'What was kept of an approval’s proof does not hold',
      );
      return { ...decision, proof: 'none' } as const;
    }),
  );
}

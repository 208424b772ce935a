import type { ChainHead } from '#audit/chain.ts';
import { createVerifier, type Verification } from '#audit/verify.ts';
import type { AuditReader } from './ports/audit.ts';

// A page of entries is a few hundred kilobytes; memory stays flat however long the chain is.
const PAGE = 500;

/** Proves the whole chain, entry by entry, beside whatever is being appended meanwhile. `trusted` are heads seen outside the database. */
export async function verifyAudit(audit: AuditReader, trusted: readonly ChainHead[] = []): Promise<Verification> {
  const verifier = createVerifier(trusted);
  for (let from = 1; ; from += PAGE) {
    const entries = await audit.range(from, PAGE);
    const goesOn = entries.every((entry) => verifier.add(entry));
    if (!goesOn || entries.length < PAGE) return verifier.result();
  }
}

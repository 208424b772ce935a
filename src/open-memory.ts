import { Fault } from '#domain/fault.ts';
import { takeInstanceLock } from '#storage/instance-lock.ts';
import { openStore, type OpenedStore } from '#storage/open-store.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';

/** A chain that does not verify is evidence; nothing is added to it until somebody has looked. */
async function requireSoundChain(store: OpenedStore): Promise<void> {
  const verified = await verifyAudit(store.read.audit);
  if (verified.ok) return;
  throw new Fault(
    'audit.unwritable',
    `The audit chain is broken at entry ${verified.seq}: ${verified.sentence} Keep this database as evidence and see docs/audit.md.`,
  );
}

/** Takes the database for this process and opens it; whoever is given the stack closes both. */
export async function openMemory(databaseUrl: string, opened: AsyncDisposableStack): Promise<OpenedStore> {
  const path = databaseUrl.replace(/^sqlite:/, '');
  if (path !== ':memory:') {
    const lock = await takeInstanceLock(path);
    opened.defer(() => lock.release());
  }
  const store = await openStore({ url: databaseUrl });
  opened.defer(() => store.close());
  await requireSoundChain(store);
  return store;
}

import { type Check, fail, ok, warn } from '../check.ts';

export const database: Check = {
  id: 'database',
  title: 'Database and audit chain',
  run: async ({ store }) => {
    if (store === null) return warn('There is no database yet.', 'It is made at the first start.');
    const integrity = await store.checkIntegrity();
    if (!integrity.ok)
      return fail('reads', 'The database file is damaged.', 'Restore the newest backup; keep this file.');
    const verified = await store.verifyAudit();
    if (!verified.ok) {
      return fail(
        'reads',
        `The audit chain is broken at entry #${verified.seq}. ${verified.sentence}`,
        'Keep the file as evidence; see docs/audit.md.',
      );
    }
    return ok(`Sound, ${verified.entries} audit entries verified.`);
  },
};

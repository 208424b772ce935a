import { describe, expect, it } from 'vitest';
import { readBody } from '#audit/body.ts';
import { createVerifier } from '#audit/verify.ts';
import type { EntryBody } from '#audit/entry.ts';
import { type RequestId } from '#domain/ids.ts';
import { sha256 } from '#domain/canonical.ts';
import type { CurrentStore } from '../contract.ts';
import { idOf, NOON } from '../sample-request.ts';

const bodyOf = (n: number): EntryBody => ({
  v: 1,
  kind: 'request.moved',
  who: 'U0ERIN',
  what: { n, note: 'Überprüft 🔍' },
});
const fresh = (n: number, id: RequestId | null = idOf(1), at = NOON + n) => ({
  at,
  requestId: id,
  body: bodyOf(n),
  salt: sha256(`salt ${n}`).subarray(0, 16),
});

export function auditContract(store: CurrentStore): void {
  const append = (...entries: ReturnType<typeof fresh>[]) =>
    store().transact(async (tx) => {
      for (const entry of entries) await tx.audit.append(entry);
    });
  const verify = async () => {
    const verifier = createVerifier();
    for (const entry of await store().read.audit.range(1, 2000)) verifier.add(entry);
    return verifier.result();
  };

  describe('audit', () => {
    it('begins empty', async () => {
      expect(await store().read.audit.head()).toBeNull();
      expect(await store().read.audit.range(1, 10)).toEqual([]);
      expect(await store().read.audit.spanOf(idOf(1))).toBeNull();
    });

    it('answers the entry that it appended, and its head moves with it', async () => {
      const entry = await store().transact((tx) => tx.audit.append(fresh(1)));
      expect(entry).toMatchObject({ seq: 1, at: NOON + 1, requestId: idOf(1) });
      expect(readBody(entry)).toMatchObject(bodyOf(1));
      expect(await store().read.audit.head()).toEqual({ seq: 1, hash: entry.hash });
      expect(await store().read.audit.range(1, 10)).toEqual([entry]);
    });

    it('stays one contiguous chain however many transactions append at once', async () => {
      const appended = await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          store().transact(async (tx) => {
            await tx.audit.append(fresh(n));
            return tx.audit.append(fresh(n + 1000));
          }),
        ),
      );
      expect(new Set(appended.map((entry) => entry.seq)).size).toBe(60);
      expect(await verify()).toMatchObject({ ok: true, entries: 120 });
    });

    it('does not let time run backwards when a clock does', async () => {
      await append(fresh(1, null, NOON + 50), fresh(2, null, NOON), fresh(3, null, NOON + 51));
      expect((await store().read.audit.range(1, 9)).map((entry) => entry.at)).toEqual([
        NOON + 50,
        NOON + 50,
        NOON + 51,
      ]);
      expect(await verify()).toMatchObject({ ok: true });
    });

    it('leaves no gap behind a transaction that failed', async () => {
      await append(fresh(1));
      const failing = store().transact(async (tx) => {
        await tx.audit.append(fresh(2));
        throw new Error('the work failed');
      });
      await expect(failing).rejects.toThrow('the work failed');
      await append(fresh(3));
      expect(await verify()).toMatchObject({ ok: true, entries: 2 });
    });

    it('pages through the chain', async () => {
      await append(...Array.from({ length: 7 }, (_, n) => fresh(n)));
      expect((await store().read.audit.range(3, 2)).map((entry) => entry.seq)).toEqual([3, 4]);
      expect((await store().read.audit.range(7, 5)).map((entry) => entry.seq)).toEqual([7]);
    });

    it('answers a request’s entries and where they stand', async () => {
      await append(fresh(1, null), fresh(2), fresh(3, idOf(2)), fresh(4), fresh(5, null));
      const entries = await store().read.audit.entriesOf(idOf(1));
      expect(entries.map((entry) => entry.seq)).toEqual([2, 4]);
      expect(await store().read.audit.spanOf(idOf(1))).toEqual({ first: 2, last: 4, head: entries[1]?.hash });
      const ids = [idOf(1), idOf(2), idOf(3)];
      const spans = await store().read.audit.spansOf(ids);
      for (const id of ids) expect(spans.get(id) ?? null).toEqual(await store().read.audit.spanOf(id));
      expect(await store().read.audit.spansOf([])).toEqual(new Map());
    });
  });
}

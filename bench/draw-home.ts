/**
 * What a page of Home costs: ten requests read one after the other, as it was, beside the same ten read together. Prints microseconds of
 * both and their ratio; only the ratio means anything on another machine.
 *
 *     node bench/draw-home.ts [rounds]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '#domain/canonical.ts';
import { type OpenedStore, openStore } from '#storage/open-store.ts';
import { sampleDecision, sampleEffect, sampleRequest } from '../test/storage/sample-request.ts';

const rounds = Number(process.argv[2] ?? 300);
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const requests = Array.from({ length: 10 }, (_, n) => sampleRequest(n + 1));
const ids = requests.map(({ terms }) => terms.id);

async function fill(store: OpenedStore): Promise<void> {
  for (const request of requests) {
    await store.transact(async (tx) => {
      await tx.requests.insert(request);
      await tx.requests.insertDecision(sampleDecision(request));
      for (let position = 1; position <= 3; position += 1) {
        await tx.requests.insertEffect(sampleEffect(request, position));
        const body = { v: 1, kind: 'request.moved', who: 'U0ERIN', what: {} } as const;
        const salt = sha256(String(position)).subarray(0, 16);
        await tx.audit.append({ at: position, requestId: request.terms.id, body, salt });
      }
    });
  }
}

async function oneByOne({ read }: OpenedStore): Promise<void> {
  for (const id of ids) {
    await read.requests.decisions(id);
    await read.requests.effects(id);
    await read.requests.followers(id);
    await read.freezes.active();
    await read.audit.spanOf(id);
  }
}

async function together({ read }: OpenedStore): Promise<void> {
  await read.requests.beside(ids);
  await read.freezes.active();
  await read.audit.spansOf(ids);
}

async function microseconds(work: () => Promise<void>): Promise<number> {
  const start = process.hrtime.bigint();
  for (let round = 0; round < rounds; round += 1) await work();
  return Number(process.hrtime.bigint() - start) / 1000 / rounds;
}

try {
  const store = await openStore({ url: `sqlite:${join(folder, 'store.sqlite')}` });
  await fill(store);
  // Each once before it counts: statements are prepared and code is warm.
  await microseconds(() => oneByOne(store));
  await microseconds(() => together(store));
  const before = await microseconds(() => oneByOne(store));
  const after = await microseconds(() => together(store));
  await store.close();
  process.stdout.write(
    `one by one ${before.toFixed(0)} µs · together ${after.toFixed(0)} µs · ${(before / after).toFixed(1)} times as fast\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

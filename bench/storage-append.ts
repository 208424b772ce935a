/**
 * What the store adds to a write. Prints microseconds per audit append in a transaction of its own beside a bare insert by better-sqlite3
 * with the same settings, and verified entries a second. Only the ratio means anything on another machine.
 *
 *     node bench/storage-append.ts [entries]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntryBody } from '#audit/entry.ts';
import { createVerifier } from '#audit/verify.ts';
import { sha256 } from '#domain/canonical.ts';
import { connectWriter } from '#storage/dialects/connect-sqlite.ts';
import { type OpenedStore, openStore } from '#storage/open-store.ts';

const entries = Number(process.argv[2] ?? 3000);
const body: EntryBody = {
  v: 1,
  kind: 'request.moved',
  who: 'U0ERIN',
  what: { from: 'pending', to: 'approved', note: 'x'.repeat(400) },
};
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));

async function timed(work: () => Promise<void>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1000;
}

async function appendAll(store: OpenedStore): Promise<void> {
  for (let n = 0; n < entries; n += 1) {
    await store.transact((tx) =>
      tx.audit.append({ at: n, requestId: null, body, salt: sha256(String(n)).subarray(0, 16) }),
    );
  }
}

async function insertAll(): Promise<void> {
  const raw = await connectWriter(join(folder, 'bare.sqlite'));
  raw.exec('create table entries (seq integer primary key, at integer, hash text, body text)');
  const insert = raw.prepare('insert into entries (at, hash, body) values (?, ?, ?)');
  const text = JSON.stringify(body);
  for (let n = 0; n < entries; n += 1) insert.run(n, 'ab'.repeat(32), text);
  raw.close();
}

async function verifyAll(store: OpenedStore): Promise<void> {
  const verifier = createVerifier();
  for (let from = 1; from <= entries; from += 1000) {
    for (const entry of await store.read.audit.range(from, 1000)) verifier.add(entry);
  }
  const verdict = verifier.result();
  if (!verdict.ok || verdict.entries !== entries) throw new Error('The chain that was just written does not verify');
}

try {
  const store = await openStore({ url: `sqlite:${join(folder, 'store.sqlite')}` });
  const bareUs = (await timed(insertAll)) / entries;
  const appendUs = (await timed(() => appendAll(store))) / entries;
  const verifyUs = (await timed(() => verifyAll(store))) / entries;
  await store.close();
  console.log(`bare insert      ${bareUs.toFixed(0)} µs`);
  console.log(`append           ${appendUs.toFixed(0)} µs  (${(appendUs / bareUs).toFixed(2)} × bare)`);
  console.log(`verify           ${Math.round(1e6 / verifyUs)} entries/s`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createVerifier } from '#audit/verify.ts';
import { openStore } from '#storage/open-store.ts';
import { runNode } from './run-node.ts';
import { temporaryFolder } from './temporary-folder.ts';

const newPath = (): string => join(temporaryFolder(), 'bot.sqlite');

describe('openStore', () => {
  it('makes its folder and a file that only its owner may read', async () => {
    const path = join(temporaryFolder(), 'new', 'bot.sqlite');
    const store = await openStore({ url: `sqlite:${path}` });
    expect(store.path).toBe(path);
    await store.transact((tx) => tx.meta.set('a', '1'));
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777, file).toBe(0o600);
    await store.close();
  });

  it('closes a file to others that was left open to them', async () => {
    const path = newPath();
    writeFileSync(path, '', { mode: 0o666 });
    await (await openStore({ url: `sqlite:${path}` })).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('refuses a file that is no database', async () => {
    const path = newPath();
    writeFileSync(path, 'dear diary, '.repeat(500));
    await expect(openStore({ url: `sqlite:${path}` })).rejects.toMatchObject({
      code: 'database.failed',
      canRetry: false,
    });
  });

  it('says that trying again helps while another process is writing', async () => {
    const path = newPath();
    const store = await openStore({ url: `sqlite:${path}` });
    const other = new Sqlite(path);
    other.exec('begin immediate');
    await expect(store.transact((tx) => tx.meta.set('a', '1'))).rejects.toMatchObject({
      code: 'database.busy',
      canRetry: true,
    });
    other.exec('rollback').close();
    await store.transact((tx) => tx.meta.set('a', '1'));
    expect(await store.read.meta.get('a')).toBe('1');
    await store.close();
  });

  it('has everything that it acknowledged after a kill in the middle of the work', async () => {
    const path = newPath();
    const writer = runNode(`
      import { openStore } from '#storage/open-store.ts';
      const store = await openStore({ url: ${JSON.stringify(`sqlite:${path}`)} });
      for (let n = 1; ; n += 1) {
        await store.transact((tx) => tx.audit.append({
          at: n, requestId: null, body: { v: 1, kind: 'request.moved', who: 'U0ERIN', what: { n } }, salt: Buffer.alloc(16, n),
        }));
        console.log(n);
      }
    `);
    let acknowledged = 0;
    while (acknowledged < 50) acknowledged = Number((await writer.lines.next()).value);
    writer.process.kill('SIGKILL');
    await writer.ended;
    const store = await openStore({ url: `sqlite:${path}` });
    const verifier = createVerifier();
    for (const entry of await store.read.audit.range(1, 2000)) verifier.add(entry);
    const verdict = verifier.result();
    expect(verdict).toMatchObject({ ok: true });
    expect(verdict.ok && verdict.entries).toBeGreaterThanOrEqual(acknowledged);
    expect(await store.checkIntegrity()).toEqual({ ok: true });
    await store.close();
  });

  it('says that the outcome is unknown when the disk fails a commit, and writes nothing on top of it', async () => {
    const path = newPath();
    // A limit on the size of files is the one way to make a real disk fail at a real COMMIT: the log is written there.
    const writer = runNode(
      `
      import { openStore } from '#storage/open-store.ts';
      const store = await openStore({ url: ${JSON.stringify(`sqlite:${path}`)} });
      const fill = async () => { for (let n = 0; n < 10_000; n += 1) await store.transact((tx) => tx.meta.set('n' + n, 'x'.repeat(4000))); };
      const problem = await fill().catch((error) => error);
      const after = await store.transact(async () => 1).catch((error) => error);
      console.log(JSON.stringify({
        name: problem.name, code: problem.code, message: problem.message, cause: problem.cause.code, after: after.message,
      }));
    `,
      "trap '' XFSZ; ulimit -f 2000",
    );
    const { value } = await writer.lines.next();
    const unknown = expect.stringContaining('unknown whether the last change was stored');
    expect(JSON.parse(value ?? '{}')).toEqual({
      name: 'Fault',
      code: 'database.failed',
      message: unknown,
      cause: expect.stringMatching(/^SQLITE_(IOERR|FULL)/),
      after: unknown,
    });
    expect(await writer.ended).toBe(0);
    const store = await openStore({ url: `sqlite:${path}` });
    expect(await store.checkIntegrity()).toEqual({ ok: true });
    expect(await store.read.meta.get('n0')).toHaveLength(4000);
    await store.close();
  });
});

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeInstanceLock } from '#storage/instance-lock.ts';
import { openReader } from '#storage/open-reader.ts';
import { openStore } from '#storage/open-store.ts';
import { runNode } from './run-node.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('takeInstanceLock', () => {
  it('gives one bot the database and refuses the next with what to do', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const lock = await takeInstanceLock(path);
    await expect(takeInstanceLock(path)).rejects.toMatchObject({
      code: 'database.locked',
      message: expect.stringMatching(/Another Countersign is running.*Stop it first/),
    });
    lock.release();
    (await takeInstanceLock(path)).release();
  });

  it('keeps the lock after others were refused it', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const lock = await takeInstanceLock(path);
    for (let n = 0; n < 3; n += 1) await expect(takeInstanceLock(path)).rejects.toThrow();
    const other = runNode(`
      import { takeInstanceLock } from '#storage/instance-lock.ts';
      await takeInstanceLock(${JSON.stringify(path)}).then(() => console.log('taken'), (error) => console.log(error.code));
    `);
    expect((await other.lines.next()).value).toBe('database.locked');
    expect(await other.ended).toBe(0);
    lock.release();
  });

  it('is freed by the death of a process, however sudden', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const holder = runNode(`
      import { takeInstanceLock } from '#storage/instance-lock.ts';
      globalThis.lock = await takeInstanceLock(${JSON.stringify(path)});
      console.log('taken');
      setInterval(() => {}, 1000);
    `);
    expect((await holder.lines.next()).value).toBe('taken');
    await expect(takeInstanceLock(path)).rejects.toMatchObject({ code: 'database.locked' });
    holder.process.kill('SIGKILL');
    expect(await holder.ended).toBe('SIGKILL');
    (await takeInstanceLock(path)).release();
  });

  it('stands in a private file beside the database, which stays open to readers', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const lock = await takeInstanceLock(path);
    expect(existsSync(path)).toBe(false);
    expect(statSync(`${path}.lock`).mode & 0o777).toBe(0o600);
    const store = await openStore({ url: `sqlite:${path}` });
    const reader = await openReader(`sqlite:${path}`);
    expect(await reader.audit.head()).toBeNull();
    await reader.close();
    await store.close();
    lock.release();
  });
});

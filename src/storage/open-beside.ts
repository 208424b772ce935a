import { secondMs } from '#domain/instant.ts';
import { connectWriter } from './dialects/connect-sqlite.ts';
import { openExisting } from './open-existing.ts';
import { createStore, type OpenedStore } from './open-store.ts';

// Nothing else happens in such a process, and what it writes has to be written: a freeze must not fail because the bot was just writing.
const PATIENCE_MS = 5 * secondMs;

/**
 * Opens an existing database for a few writes beside the running bot: a transaction takes the database from its beginning, so that the
 * chain's head is read and moved by one process at a time.
 */
export async function openBeside(url: string): Promise<OpenedStore> {
  const { db, path } = await openExisting(url, (at) => connectWriter(at, PATIENCE_MS));
  return createStore(db, path);
}

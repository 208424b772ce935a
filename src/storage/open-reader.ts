import type { Reading } from '#workflow/ports/store.ts';
import { connectReader } from './dialects/connect-sqlite.ts';
import { checkSqliteIntegrity, type Integrity } from './dialects/sqlite-integrity.ts';
import { openExisting } from './open-existing.ts';
import { createReading } from './reading.ts';

export interface OpenedReader extends Reading {
  checkIntegrity(): Promise<Integrity>;
  close(): Promise<void>;
}

/** Opens an existing database for reading only, whether or not a bot is running on it; neither waits for the other. */
export async function openReader(url: string): Promise<OpenedReader> {
  const { db } = await openExisting(url, connectReader);
  return { ...createReading(db), checkIntegrity: () => checkSqliteIntegrity(db), close: () => db.destroy() };
}

import { currentEnvironment } from '#config/env.ts';
import { readDatabaseUrl } from '#config/read-part.ts';
import { type OpenedReader, openReader } from '#storage/open-reader.ts';
import { refusedSettings } from './command-failure.ts';

/** Opens the database that is named, or the configured one, for reading, also beside the running bot. */
export async function withReader(
  url: string | undefined,
  work: (reader: OpenedReader) => Promise<void>,
): Promise<void> {
  const reader = await openReader(url ?? configured());
  try {
    await work(reader);
  } finally {
    await reader.close();
  }
}

function configured(): string {
  const url = readDatabaseUrl(currentEnvironment());
  if (url.kind === 'refused') throw refusedSettings(url.lines);
  return url.value;
}

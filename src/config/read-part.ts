import type { Address } from './address.ts';
import type { Environment } from './env.ts';
import { readGiven } from './given.ts';
import { diskFiles } from './files.ts';
import { practiceDatabase } from './practice-database.ts';
import { decideStart } from './start-kind.ts';
import { checkValues } from './values.ts';

export type ReadPart<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

/** Where the running process answers /healthz, for commands that need no credentials. */
export function readHealthAddress(env: Environment): ReadPart<Address> {
  const checked = checkValues({ texts: readGiven(env, diskFiles).texts, problems: [] }, ['WEB_HOST', 'WEB_PORT']);
  if (checked.kind === 'refused') return { kind: 'refused', lines: checked.problems };
  return { kind: 'ok', value: { host: checked.values.WEB_HOST, port: checked.values.WEB_PORT } };
}

/** The database that a start with this environment would use; the practice one where only Slack is configured. */
export function readDatabaseUrl(env: Environment): ReadPart<string> {
  const { texts } = readGiven(env, diskFiles);
  const checked = checkValues({ texts, problems: [] }, ['DATABASE_URL']);
  if (checked.kind === 'refused') return { kind: 'refused', lines: checked.problems };
  const decided = decideStart(texts);
  const url = checked.values.DATABASE_URL;
  const isPractice = decided.kind === 'ok' && decided.start === 'practice';
  return { kind: 'ok', value: isPractice ? practiceDatabase(url) : url };
}

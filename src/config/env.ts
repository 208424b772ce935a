import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of this process, read here and nowhere else: what a file `.env` in `folder` says, under what was really set. Flags
 * given to node itself are added to NODE_OPTIONS, because they can do the same harm (`node --inspect src/main.ts`).
 */
export function currentEnvironment(folder = '.'): Environment {
  const file = join(folder, '.env');
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const env = { ...written, ...process.env };
  const options = [env['NODE_OPTIONS'], ...process.execArgv].filter((part) => part !== undefined && part !== '');
  return { ...env, NODE_OPTIONS: options.join(' ') };
}

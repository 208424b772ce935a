import { closest, distance } from 'fastest-levenshtein';
import type { Environment } from './env.ts';
import type { Files } from './files.ts';
import { type SettingName, settingNames, settingOf } from './settings.ts';

/** What was given, as text by name. A blank value counts as not given, as in the `.env` that `countersign init` writes. */
export interface Given {
  readonly texts: Readonly<Partial<Record<SettingName, string>>>;
  readonly problems: readonly string[];
}

// More edits than this and two names are no longer one name mistyped.
const MAX_TYPO_EDITS = 4;

export function readGiven(env: Environment, files: Files): Given {
  const texts: Partial<Record<SettingName, string>> = {};
  const problems = unknownNames(env);
  for (const name of settingNames) {
    const found = settingOf(name).isSecret ? kept(name, env, files) : text(env[name]);
    if (typeof found === 'string') texts[name] = found;
    else if (found !== null) problems.push(found.problem);
  }
  return { texts, problems };
}

function text(value: string | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function kept(name: SettingName, env: Environment, files: Files): string | null | { readonly problem: string } {
  const inline = text(env[name]);
  const path = text(env[`${name}_FILE`]);
  if (path === null) return inline;
  if (inline !== null) return { problem: `${name} and ${name}_FILE are both set. Keep one of them.` };
  try {
    return text(files.read(path)) ?? { problem: `${name}_FILE: the file ${path} is empty.` };
  } catch (error) {
    return { problem: `${name}_FILE: the file ${path} cannot be read (${whyOf(error)}).` };
  }
}

/** The system's short code where there is one: its message would repeat the path. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** Names that begin with COUNTERSIGN_ are ours alone, so one that we do not know is a mistyped one, and would be ignored silently. */
function unknownNames(env: Environment): string[] {
  const known: readonly string[] = settingNames.flatMap((name) =>
    settingOf(name).isSecret ? [name, `${name}_FILE`] : [name],
  );
  return Object.keys(env)
    .filter((name) => name.startsWith('COUNTERSIGN_') && !known.includes(name) && text(env[name]) !== null)
    .map((name) => {
      const near = closest(name, known);
      const hint =
        distance(name, near) <= MAX_TYPO_EDITS ? `Did you mean ${near}?` : 'All settings stand in docs/settings.md.';
      return `${name} is not a setting. ${hint}`;
    });
}

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '#domain/fault.ts';
import { joinFiles } from '#policy/policy-files.ts';

export interface PolicyText {
  readonly text: string;
  readonly file: string;
}

/** Examples are told from the policy by their names, so that both may lie in one folder. */
const EXAMPLES = '.examples.yml';

// A file for each team and each section of a large company; it bounds what a wrong path can make us read.
const MOST_FILES = 100;

/** The text of a policy: of its file, or of all files of its folder. Throws where that cannot be read; with a `Fault` where it says why. */
export function readPolicyText(path: string): PolicyText {
  if (!statSync(path).isDirectory()) return { text: readFileSync(path, 'utf8'), file: path };
  const names = policyNames(path).filter((name) => !name.endsWith(EXAMPLES));
  if (names.length === 0) throw new Fault('config.invalid', `There is no *.yml file in ${path}.`);
  const [only = path, ...others] = names;
  const text = joinFiles(names.map((name) => ({ name, text: readFileSync(name, 'utf8') })));
  return { text, file: others.length === 0 ? only : path };
}

/** Where the examples of a policy stand: beside its file or folder, and in its folder. */
export function exampleFiles(path: string): readonly string[] {
  const beside = `${path.replace(/\/+$|\.ya?ml$/, '')}${EXAMPLES}`;
  const inside = statSync(path).isDirectory() ? policyNames(path).filter((name) => name.endsWith(EXAMPLES)) : [];
  return inside.length > 0 && !exists(beside) ? inside : [beside, ...inside];
}

/** In the order of their names. Hidden files are an editor's; a file that would be passed over in silence is refused. */
function policyNames(folder: string): readonly string[] {
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .toSorted();
  if (names.length > MOST_FILES) throw new Fault('config.invalid', `${folder} holds more than ${MOST_FILES} files.`);
  for (const name of names) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      throw new Fault('config.invalid', `${path} is a folder in a folder, which is not read. Move its files up.`);
    }
    if (name.endsWith('.yaml')) throw new Fault('config.invalid', `Name ${path} *.yml; others are not read.`);
  }
  return names.filter((name) => name.endsWith('.yml')).map((name) => join(folder, name));
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

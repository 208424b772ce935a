import { basename } from 'node:path/posix';
import type { Door } from './doors.ts';
import { places } from './doors-to-the-world.ts';
import type { House } from './house.ts';

// Longer is two files that have not been told apart yet.
const MAX_LINES = 250;

// Drawers: a file named so attracts whatever has no place, and is then imported by everything.
const DRAWERS = /^(utils?|helpers?|common|shared|lib|libs|services?|managers?|misc|types|constants|index)$/;

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/;

export const doorsOfFiles: readonly Door[] = [
  {
    name: `no file is longer than ${MAX_LINES} lines`,
    because: 'A file is read whole or not at all.',
    broken: (house) =>
      [...house.values()]
        .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
        .filter(({ lines }) => lines > MAX_LINES)
        .map(({ path, lines }) => `${path} has ${lines} lines`),
  },
  {
    name: 'files are named for what they hold, in kebab-case, and are no drawers or barrels',
    because: 'Whoever looks for a thing guesses its file name; nobody guesses utils.ts.',
    broken: (house) => [...house.keys()].filter((path) => !isNamedWell(path)),
  },
  {
    name: 'exports have names',
    because: 'A default export has another name in every file that imports it, so it cannot be searched for.',
    broken: (house: House) => places([...house.values()], /\bexport\s+default\b|\bas\s+default\b/),
  },
  {
    name: 'exports are declared in their own file',
    because: 'A file that passes on what others export hides who depends on whom.',
    broken: (house) => places([...house.values()], /^export\s+(type\s+)?(\*|\{[^}]*\}\s+from\b)/),
  },
];

function isNamedWell(path: string): boolean {
  const folders = path.split('/').slice(1, -1);
  const file = basename(path);
  return KEBAB_CASE.test(file) && ![...folders, file.slice(0, -'.ts'.length)].some((name) => DRAWERS.test(name));
}

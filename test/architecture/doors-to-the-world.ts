import type { Door } from './doors.ts';
import { floors, keepers, purePackages, pureRooms } from './floors.ts';
import { type House, packageOf, roomOf } from './house.ts';
import type { SourceFile } from './scan.ts';

const inRooms = (house: House, rooms: readonly string[]): readonly SourceFile[] =>
  [...house.values()].filter(({ path }) => rooms.includes(roomOf(path)));

const outsideOf = (house: House, rooms: readonly string[]): readonly SourceFile[] =>
  [...house.values()].filter(({ path }) => !rooms.includes(roomOf(path)));

/** Places in the code (not in comments or strings) where a pattern stands. */
export function places(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, code }) =>
    code
      .split('\n')
      .flatMap((line, i) =>
        pattern.test(line) ? [`${path}:${i + 1} has ${pattern.exec(line)?.[0].trim() ?? ''}`] : [],
      ),
  );
}

export const doorsToTheWorld: readonly Door[] = [
  {
    name: 'floors 0 to 3 use only packages that compute',
    because:
      'What a person approves is computed there; it must come out the same on every machine, in every test and in a replay.',
    broken: (house) =>
      [...house.values()]
        .filter(({ path }) => (floors[roomOf(path)] ?? 5) <= 3)
        .flatMap(({ path, imports }) =>
          imports
            .map((one) => packageOf(one))
            .filter((name) => name !== null && purePackages[roomOf(path)]?.includes(name) !== true)
            .map((name) => `${path} imports ${name}`),
        ),
  },
  {
    name: 'each package that brings the world in has its keepers',
    because:
      'SQL outside storage, Slack outside its face or a second HTTP client would be a second place to get transactions, limits and redaction right.',
    broken: (house) =>
      [...house.values()].flatMap(({ path, imports }) =>
        imports
          .map((one) => packageOf(one))
          .filter((name) => name !== null && keepers[name]?.includes(roomOf(path)) === false)
          .map((name) => `${path} imports ${name}`),
      ),
  },
  {
    name: 'process.env is read in config only',
    because: 'A setting that is read elsewhere is not validated, not documented and not refused when it is dangerous.',
    broken: (house) =>
      places(
        outsideOf(house, ['config']),
        /\bprocess\s*\.\s*env\b|\bloadEnvFile\b|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/,
      ),
  },
  {
    name: 'floors 0 to 2 have no clock, dice, timers or I/O',
    because:
      'Now and chance are facts that are handed in; else a plan could not be computed again to prove that it is the one approved.',
    broken: (house) =>
      places(
        inRooms(house, pureRooms),
        /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandom(Bytes|UUID|Int)\b|\bperformance\b|\bset(Timeout|Interval|Immediate)\b|\bfetch\(|\bconsole\b|\bprocess\b/,
      ),
  },
  {
    name: 'floors 0 to 2 are synchronous',
    because: 'A rule that can wait can see two different worlds in one evaluation.',
    broken: (house) => places(inRooms(house, pureRooms), /\basync\b|\bawait\b|\bPromise\b/),
  },
  {
    name: 'the workflow asks its ports for time and chance',
    because: 'Every use case then runs in a test at any moment of any day, and the sandbox can move its clock.',
    broken: (house) =>
      places(
        inRooms(house, ['workflow']),
        /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bset(Timeout|Interval)\b|\bconsole\b/,
      ),
  },
  {
    name: 'nothing starts a program or makes code from text',
    because: 'The process holds an admin key; whoever gets a string into it must not get a program out of it.',
    broken: (house) => [
      ...places([...house.values()], /\beval\(|\bnew Function\(/),
      ...[...house.values()].flatMap(({ path, imports }) =>
        imports
          .filter(({ from }) => ['node:child_process', 'node:vm', 'node:worker_threads'].includes(from))
          .map(({ from }) => `${path} imports ${from}`),
      ),
    ],
  },
];

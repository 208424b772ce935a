import type { Door } from './doors.ts';
import { floors, mayEnter } from './floors.ts';
import { fileOf, type House, roomOf } from './house.ts';
import type { Import } from './scan.ts';

interface Step extends Import {
  readonly path: string;
  readonly room: string;
  readonly to: string;
  readonly toRoom: string;
}

/** What the house may read beside its own source: its name and version, and the one script that browsers get as it is. */
const NOT_SOURCE = ['package.json', 'src/sandbox/page/assets/vendor/preact.js'];

/** Every import of a file of the house. */
function steps(house: House): readonly Step[] {
  return [...house.values()].flatMap(({ path, imports }) =>
    imports.flatMap((one): readonly Step[] => {
      const to = fileOf(path, one.from);
      return to === null || NOT_SOURCE.includes(to)
        ? []
        : [{ ...one, path, to, room: roomOf(path), toRoom: roomOf(to) }];
    }),
  );
}

const crossings = (house: House): readonly Step[] => steps(house).filter(({ room, toRoom }) => room !== toRoom);

/** The page shows both emulators, so it knows what they show, as types. */
const PAGE_SEES = ['src/sandbox/openai/board.ts', 'src/sandbox/slack/seat.ts'];

function isAllowed({ room, to, toRoom, isTypeOnly }: Step): boolean {
  if (room === 'sandbox/page' && isTypeOnly && PAGE_SEES.includes(to)) return true;
  return mayEnter(room).includes(toRoom);
}

function isWrittenWell({ path, from, to, room, toRoom }: Step): boolean {
  if (isRoot(path) || isRoot(to)) return true;
  if (room === toRoom) return from.startsWith('.');
  // The sandbox's rooms share a folder, so both forms say that the import stays in the sandbox and leaves the room.
  return from.startsWith('#') || (room.startsWith('sandbox/') && toRoom.startsWith('sandbox/'));
}

export const doorsBetweenRooms: readonly Door[] = [
  {
    name: 'every folder of src is a room on a floor',
    because: 'A room without a floor has no rules, so everything would drift there.',
    broken: (house) =>
      [...house.keys()]
        .filter((path) => floors[roomOf(path)] === undefined)
        .map((path) => `${path} stands on no floor`),
  },
  {
    name: 'imports go down, through the doors of the table',
    because:
      'What decides must not depend on what it decides about, and two adapters that know each other cannot be changed one at a time.',
    broken: (house) =>
      crossings(house)
        .filter((step) => floors[step.room] !== undefined && floors[step.toRoom] !== undefined && !isAllowed(step))
        .map(({ path, from }) => `${path} may not import ${from}`),
  },
  {
    name: 'adapters know the workflow by its ports and the types of its use cases',
    because:
      'A use case runs with what compose hands it; an adapter that called one directly would run it with something else.',
    broken: (house) =>
      crossings(house)
        .filter(
          ({ room, toRoom, to, isTypeOnly }) =>
            floors[room] === 4 && toRoom === 'workflow' && !isTypeOnly && !to.startsWith('src/workflow/ports/'),
        )
        .map(({ path, from }) => `${path} imports a value of ${from}`),
  },
  {
    name: 'nobody below imports the top floor',
    because:
      'Composition, the command line and the sandbox’s world know every room; whoever imports them knows every room too.',
    broken: (house) =>
      crossings(house)
        .filter(({ room, toRoom }) => floors[toRoom] === 5 && floors[room] !== 5)
        .map(({ path, from }) => `${path} imports ${from}`),
  },
  {
    name: '#room/file.ts across rooms, ./file.ts inside one',
    because: 'One look at an import line then says whether it leaves the room.',
    broken: (house) =>
      steps(house)
        .filter((step) => !isWrittenWell(step))
        .map(({ path, from }) => `${path} writes ${from}`),
  },
  {
    name: 'every import names a file that exists, with its ending',
    because: 'There is no build that would repair a path, and a barrel would hide what is really used.',
    broken: (house) =>
      steps(house)
        .filter(({ to }) => !house.has(to))
        .map(({ path, from }) => `${path} imports ${from}, which is no file`),
  },
  {
    name: 'no import leads back to where it started',
    because: 'Files in a circle can only be understood, tested and moved together.',
    broken: circles,
  },
];

const isRoot = (path: string): boolean => path.split('/').length === 2;

/** Depth-first search; each circle is reported once, by the files on it. */
function circles(house: House): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const { from } of house.get(path)?.imports ?? []) {
      const to = fileOf(path, from);
      if (to !== null) visit(to, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of house.keys()) visit(path, []);
  return found;
}

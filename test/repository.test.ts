import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsPage } from '#config/settings-page.ts';
import { commands } from '../src/cli/commands.ts';
import { anchorsOf, linksOf } from './repository/links.ts';
import { maxBytes, placesOf, trackedFiles } from './repository/tracked-files.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const allDependencies = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
const files = trackedFiles();
const pages = files.filter(({ path }) => path.endsWith('.md'));

describe('no file says where it was written', () => {
  // This file names what it looks for, so it is not searched itself.
  const searched = files.filter(({ path }) => !['package-lock.json', 'test/repository.test.ts'].includes(path));
  const forbidden: readonly [what: string, pattern: RegExp][] = [
    ['a path of somebody’s machine', /(^|[\s"'`=(])\/(home|Users|root|work)\/[A-Za-z]|[A-Z]:\\\\?Users\\/],
    [
      'the host of a package registry',
      /\bregistry\.[a-z-]+\.[a-z]+|\bnpmjs\b|\b(artifactory|jfrog|verdaccio)\b|\b[a-z]+cr\.io\b|\bdocker\.io\b/i,
    ],
    ['a folder beside the repository', /\.\.\/shared\b/],
    ['a note of what is still to do', /\b(TODO|FIXME|XXX|HACK)\b/],
  ];
  test.each(forbidden)('not by %s', (_, pattern) => {
    expect(placesOf(searched, pattern)).toEqual([]);
  });
});

describe('files are fit for a repository', () => {
  test('every text ends with a line break and has no others than \\n', () => {
    const texts = files.filter(({ text }) => text !== null && text !== '');
    expect(texts.filter(({ text }) => text?.endsWith('\n') !== true).map(({ path }) => path)).toEqual([]);
    expect(texts.filter(({ text }) => text?.includes('\r') === true).map(({ path }) => path)).toEqual([]);
  });

  test('none is larger than what people read', () => {
    expect(files.filter(({ path }) => statSync(path).size > maxBytes).map(({ path }) => path)).toEqual([]);
  });

  test('nothing that holds settings, keys or data of an installation is among them', () => {
    const kept = /(^|\/)\.env(\..*)?$|\.sqlite|\.lock$|^data\/keys\/|\.pem$|\.key$/;
    expect(files.filter(({ path }) => kept.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('dependencies', () => {
  test('have exact versions, so that two installs are the same', () => {
    const loose = Object.entries(allDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  test('each have a reason in docs/dependencies.md, and each reason a dependency, of the same version', () => {
    const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \| ([^ |]+) \| (.+) \|$/gm)];
    const reasons = Object.fromEntries(rows.map(([, name = '', version = '']) => [name, version]));
    expect(reasons).toEqual(allDependencies);
    for (const [, name, , reason = ''] of rows) expect(reason.length, name).toBeGreaterThan(40);
  });

  test('are locked without saying from where, and with a fingerprint each', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string }>;
    };
    const entries = Object.entries(packages).filter(([path]) => path !== '');
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(entries.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
  });
});

describe('the pages', () => {
  test('docs/settings.md is what the settings say (npm run -s countersign -- settings > docs/settings.md)', () => {
    expect(read('docs/settings.md')).toBe(settingsPage());
  });

  test('README.md begins with the two commands, and both exist', () => {
    const readme = read('README.md');
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(readme).toContain(command);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  test('name only commands and scripts that exist', () => {
    const names = commands.map((make) => make().name());
    const wrong = pages.flatMap(({ path, text }) => [
      ...[...(text ?? '').matchAll(/\bnpm run (?:-s |--silent )?([a-z:-]+)/g)]
        .filter(([, name = '']) => manifest.scripts[name] === undefined)
        .map(([found]) => `${path}: ${found}`),
      ...[...(text ?? '').matchAll(/(?:`|countersign -- |^)countersign ([a-z-]+)/gm)]
        .filter(([, name = '']) => !names.includes(name))
        .map(([found]) => `${path}: ${found}`),
      ...[...(text ?? '').matchAll(/countersign -- ([a-z-]+)/g)]
        .filter(([, name = '']) => !names.includes(name))
        .map(([found]) => `${path}: ${found}`),
    ]);
    expect(wrong).toEqual([]);
  });

  test('what-it-can-see-and-do.md names exactly the permissions that manifest.yml asks for', () => {
    const { oauth_config: config } = parse(read('manifest.yml')) as {
      oauth_config: { scopes: Record<string, string[]> };
    };
    expect(Object.keys(config.scopes)).toEqual(['bot']);
    const named = [...read('docs/what-it-can-see-and-do.md').matchAll(/^\| `([a-z_:.]+)` \|/gm)].map(
      ([, scope]) => scope,
    );
    expect(new Set(named)).toEqual(new Set(config.scopes['bot']));
  });

  test('link only to what exists', () => {
    const links = pages.flatMap(({ path, text }) => linksOf(path, text ?? ''));
    expect(links.filter(({ to }) => !existsSync(to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    const deep = links.filter(({ to, anchor }) => anchor !== null && to.endsWith('.md') && existsSync(to));
    expect(
      deep
        .filter(({ to, anchor }) => !anchorsOf(read(to)).includes(anchor ?? ''))
        .map(({ from, to, anchor }) => `${from} → ${to}#${anchor}`),
    ).toEqual([]);
  });

  test('docs/README.md leads to every one of them', () => {
    const reached = new Set(linksOf('docs/README.md', read('docs/README.md')).map(({ to }) => to));
    expect(
      pages
        .map(({ path }) => path)
        .filter((path) => path.startsWith('docs/') && path !== 'docs/README.md' && !reached.has(path)),
    ).toEqual([]);
  });
});

describe('.ci/run', () => {
  test('runs every check that package.json has', () => {
    const script = read('.ci/run');
    const noChecks = ['start', 'countersign', 'test', 'format:fix', 'new:operation', 'screenshots'];
    const checks = Object.keys(manifest.scripts).filter(
      // The larger sizes of what `npm test` does small.
      (name) => !noChecks.includes(name) && !name.startsWith('fault:'),
    );
    for (const name of checks) expect(script).toContain(`npm run --silent ${name}`);
    expect(script).toContain('npm test');
  });
});

/**
 * Which test proves which abuse case of the threat model: `npm run trace:threats [-- --json] [--from results.json]`. Runs just the tests
 * whose titles carry an id, or reads the results of a whole run (`vitest run --reporter=json --outputFile=…`). Exit code 1 if a case that
 * is due has no passing test.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { threats } from './threats/ledger.ts';
import { readResults } from './threats/read-results.ts';
import { type TestResult, traceThreats } from './threats/trace.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const titled = /['"`][A-G]\d{1,2}(?:, [A-G]\d{1,2})* · /;

function runTests(): readonly TestResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'threats-'));
  try {
    const outputFile = join(folder, 'results.json');
    const files = globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
      titled.test(readFileSync(join(root, file), 'utf8')),
    );
    const pattern = '(^|\\s)[A-G]\\d{1,2}(, [A-G]\\d{1,2})* · ';
    const options = ['run', ...files, '-t', pattern, '--reporter=json', `--outputFile=${outputFile}`];
    const ran = spawnSync('npx', ['vitest', ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    if (ran.error !== undefined) throw ran.error;
    return readResults(outputFile, root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { json: { type: 'boolean' }, from: { type: 'string' } } });
const { lines, problems } = traceThreats(
  threats,
  values.from === undefined ? runTests() : readResults(values.from, root),
);
if (values.json === true) {
  stdout.write(`${JSON.stringify(lines, null, 2)}\n`);
} else {
  for (const { id, test, passed } of lines) stdout.write(`${id.padEnd(4)}${passed ? 'passed' : 'FAILED'}  ${test}\n`);
}
for (const problem of problems) stderr.write(`${problem}\n`);
const ids = new Set(lines.map(({ id }) => id));
stderr.write(`${ids.size} of ${threats.length} abuse cases traced, ${problems.length} problems.\n`);
if (problems.length > 0) process.exitCode = 1;

/**
 * Scaffolds one operation: `npm run new:operation -- <family>.<verb> [--read]` writes its declaration and its test, and says what else is
 * due. Never overwrites.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';

const [id = '', kind = '--change'] = argv.slice(2);
if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(id) || !['--read', '--change'].includes(kind)) {
  stderr.write('Write: npm run new:operation -- <family>.<verb> [--read], in lower case with dashes.\n');
  exit(64);
}
const [family = '', verb = ''] = id.split('.');
const camel = (text: string) => text.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const name = `${camel(verb)}${camel(`-${family}`)}`;
const template = readFileSync(new URL(`./templates/${kind.slice(2)}.txt`, import.meta.url), 'utf8');
const test = readFileSync(new URL('./templates/test.txt', import.meta.url), 'utf8');
const fill = (text: string) =>
  text.replaceAll('%ID%', id).replaceAll('%NAME%', name).replaceAll('%FAMILY%', family).replaceAll('%VERB%', verb);

function write(path: string, text: string): void {
  if (existsSync(path)) {
    stderr.write(`${path} is there already; nothing was written.\n`);
    exit(1);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fill(text));
  stdout.write(`wrote ${path}\n`);
}

write(`src/operations/${family}/${verb}.ts`, template);
write(`test/operations/${family}/${verb}.test.ts`, test);
stdout.write(
  [
    `Now: list ${name} in src/operations/${family}/catalogue.ts,`,
    'book its endpoints in data/endpoints.csv,',
    `give it a sample and, for a change, a journey in test/operations/${family}/,`,
    'and run: npm run -s countersign -- operations --markdown > docs/operations.md',
    '',
  ].join('\n'),
);

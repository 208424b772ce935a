import { describe, expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { settingsPage } from '#config/settings-page.ts';
import { commands } from '../../src/cli/commands.ts';
import { callCli } from './call-cli.ts';

describe('countersign', () => {
  test('--help names every command and the exit codes', async () => {
    const { code, out } = await callCli(['--help']);
    expect(code).toBe(0);
    for (const make of commands) expect(out).toContain(`  ${make().name()}`);
    expect(out).toContain('Exit codes:');
  });

  test('a mistyped command is answered with the nearest one and code 64', async () => {
    const { code, out, err } = await callCli(['operation']);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain('Did you mean operations?');
  });

  test('an unknown option of a command ends with code 64 too', async () => {
    const { code, err } = await callCli(['operations', '--jsn']);
    expect(code).toBe(64);
    expect(err).toContain('--json');
  });

  test('no command shows the help on stderr and code 64', async () => {
    const { code, out, err } = await callCli([]);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain('Usage: countersign');
  });
});

describe('countersign operations', () => {
  test('lists every operation with its tier', async () => {
    const { code, out } = await callCli(['operations']);
    expect(code).toBe(0);
    for (const { id, tier } of catalogue) expect(out).toMatch(new RegExp(`^${id.replace('.', '\\.')} +${tier} `, 'm'));
  });

  test('--json says of each how it is called', async () => {
    const { out } = await callCli(['operations', '--json']);
    const listed = JSON.parse(out) as readonly { id: string; fields: readonly { flag: string }[] }[];
    expect(listed.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    for (const { flag } of listed.flatMap(({ fields }) => fields)) expect(flag).toMatch(/^--[a-z][a-z-]*$/);
  });
});

test('countersign settings prints the page of the docs', async () => {
  expect(await callCli(['settings'])).toMatchObject({ code: 0, out: settingsPage() });
});

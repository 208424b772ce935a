import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { threats } from '../../bench/threats/ledger.ts';
import { threatTable } from '../../bench/threats/threat-table.ts';

const page = new URL('../../docs/threat-model.md', import.meta.url);
const MARK = '<!-- threats: generated, see test/bench/threat-table.test.ts -->\n';

// UPDATE_PAGES=1 npx vitest run test/bench/threat-table.test.ts writes it anew.
it('the page of the threat model has every abuse case of the ledger, as the ledger says it', () => {
  const [intro = ''] = readFileSync(page, 'utf8').split(MARK);
  const whole = `${intro}${MARK}\n${threatTable(threats)}\n`;
  if (process.env['UPDATE_PAGES'] === '1') writeFileSync(page, whole);
  expect(readFileSync(page, 'utf8')).toBe(whole);
});

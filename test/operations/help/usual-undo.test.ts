import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import { catalogue } from '#operations/catalogue.ts';
import { usualUndo } from '#operations/help/usual-undo.ts';
import type { Journey } from '../journey.ts';

const journeys: Journey[] = [];
for (const family of readdirSync('test/operations', { withFileTypes: true }).filter((each) => each.isDirectory())) {
  if (!readdirSync(`test/operations/${family.name}`).includes('journeys.ts')) continue;
  const loaded = (await import(`../${family.name}/journeys.ts`)) as { journeys: readonly Journey[] };
  journeys.push(...loaded.journeys);
}
const changes = catalogue.filter(({ kind, at, redirect }) => kind === 'change' && at === 'vendor' && redirect === null);

// The journeys are carried out and undone in the sandbox; what they came to is what help promises.
test.each(changes.map(({ id }) => id))('help says of %s what undoing it came to', (id) => {
  const came = journeys.filter(({ operation }) => operation === id).map(({ inverse }) => inverse);
  expect(new Set(usualUndo(operationId(id)))).toEqual(new Set(came));
});

import { expect, test } from 'vitest';
import { setTools } from '#operations/tools/set.ts';
import { searchDev } from '../erin-asks.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';
import { toolsOnWire } from '../projects/settings-on-wire.ts';

test('each tool is shown with the button that switches it to the other side', () => {
  const view = viewOf({
    operation: 'tools.show',
    input: { project: searchDev },
    answers: { tools: toolsOnWire('mcp') },
  });
  const rows = partOf(view, 'rows').rows.map(({ cells, actions: [action] }) => [
    ...cells,
    action?.label,
    action?.input,
  ]);
  expect(rows).toContainEqual(['mcp', 'off', 'Switch on', { project: searchDev, on: ['mcp'] }]);
  expect(rows).toContainEqual(['web_search', 'on', 'Switch off', { project: searchDev, off: ['web_search'] }]);
  expect(rows.every(([, , , input]) => setTools.parseInput(input as never).success)).toBe(true);
});

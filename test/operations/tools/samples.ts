import { searchDev } from '../erin-asks.ts';
import { toolsOnWire } from '../projects/settings-on-wire.ts';
import type { Sample } from '../samples.ts';
import { projectOnWire } from '../wire.ts';

export const samples: readonly Sample[] = [
  { operation: 'tools.show', input: { project: searchDev }, answers: { tools: toolsOnWire('mcp') } },
  {
    operation: 'tools.set',
    input: { project: searchDev, on: ['mcp'], off: ['web_search'] },
    answers: { project: projectOnWire(), tools: toolsOnWire('mcp') },
  },
];

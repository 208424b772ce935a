import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { hostedToolsSchema, toolNames } from '../objects/hosted-tools.ts';
import { declareRead } from '../operation.ts';
import type { ViewRow } from '../view.ts';
import { needTools } from './tools-part.ts';

export const showTools = declareRead({
  id: operationId('tools.show'),
  title: 'Show a project’s hosted tools',
  summary: 'Which tools that run at OpenAI the requests of a project may use.',
  example: '/openai tools show search-dev',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } },
  callBudget: 1,
  known: z.object({ tools: hostedToolsSchema }),
  need: (ask, have) => (have.tools === undefined ? [needTools(ask.input.project)] : []),
  view: (ask, { tools }) => {
    const project = { ...ask.input.project };
    const rows = toolNames.map((tool): ViewRow => {
      const input = { project, ...(tools[tool] ? { off: [tool] } : { on: [tool] }) };
      const label = tools[tool] ? 'Switch off' : 'Switch on';
      return {
        cells: [tool, tools[tool] ? 'on' : 'off'],
        actions: [{ label, operation: operationId('tools.set'), input, style: tools[tool] ? 'danger' : 'plain' }],
      };
    });
    return {
      title: `Hosted tools of ${project.name}`,
      parts: [{ part: 'rows', columns: ['Tool', 'Now'], rows, empty: 'OpenAI lists no tools.' }],
    };
  },
});

import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { hostedToolsSchema, toolNames } from '../objects/hosted-tools.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { toolsInWords, toolWords, wordsOfTools } from './tool-words.ts';
import { needTools, toolsPart, toolsThatDiffer, warnTools } from './tools-part.ts';

const id = operationId('tools.set');

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  on: { kind: 'words', label: 'Switch on', hint: 'For example web_search.', required: false, ...toolWords },
  off: {
    kind: 'words',
    label: 'Switch off',
    hint: 'For example mcp, code_interpreter.',
    required: false,
    ...toolWords,
  },
} as const;

const known = z.object({ project: projectSchema, tools: hostedToolsSchema });
type SetAsk = Ask<InputOf<typeof fields>>;

function plan(ask: SetAsk, have: z.infer<typeof known>): Plan | Refusal {
  const project = refOf(have.project);
  const { tools: before } = have;
  const wish = toolsInWords(ask.input.on, ask.input.off);
  if (wish === null || Object.keys(wish).length === 0) {
    return refuse('tools.set.unclear', {
      what: `It is not clear which tools to switch in ${project.name}.`,
      rule: 'Name at least one tool, and each in one of the two lists only.',
    });
  }
  const part = toolsPart(project, before, wish);
  if (part === null) {
    return refuse('tools.set.same', {
      what: `The tools of ${project.name} are switched like this already.`,
      rule: 'A request has to change something.',
    });
  }
  const tools = toolsThatDiffer(before, wish);
  const undo = Object.fromEntries(tools.map((tool) => [tool, before[tool]]));
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Switch hosted tools of ${project.name}`,
    gist: part.changes.map(({ label, after }) => `${label} ${after ?? ''}`).join(', '),
    target: { kind: 'project', ...project },
    project,
    ...part,
    holds: `on now: ${toolNames.filter((tool) => before[tool]).join(', ') || 'none'}`,
    warnings: warnTools(project.name, before, tools),
    guards: { project: projectGuard(have.project), tools: undo },
    before: { tools: before },
    inverse: {
      verdict: 'exact',
      sentence: `switch ${tools.join(', ')} back.`,
      operation: id,
      input: { project, ...wordsOfTools(undo) },
    },
  });
}

export const setTools = declareChange({
  id,
  tier: 'destructive',
  title: 'Switch hosted tools of a project',
  summary: 'Whether requests of a project may use web search, file search, code interpreter, images and MCP.',
  example: '/openai tools set search-dev --off mcp --reason "no outside servers here"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'tools',
      ref: ask.input.project,
      rest: () => (have.tools === undefined ? [needTools(ask.input.project)] : []),
    }),
  plan,
});

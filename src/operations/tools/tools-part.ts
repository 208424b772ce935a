import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { type HostedTools, keepHostedTools, type Tool, toolNames } from '../objects/hosted-tools.ts';
import type { InProject, Part } from '../projects/inside.ts';
import { callTemplate, setStep } from '../step.ts';

const PATH = '/organization/projects/{project_id}/hosted_tool_permissions';

export const needTools = (project: ProjectRef): Need =>
  read('tools', { call: call(`GET ${PATH}`, { params: { project_id: project.id } }), keep: keepHostedTools });

/** Tools that are named, with whether they shall be on; the others stay as they are. */
export type ToolWish = Readonly<Partial<Record<Tool, boolean>>>;

export function toolsThatDiffer(before: HostedTools, wish: ToolWish): readonly Tool[] {
  return toolNames.filter((tool) => wish[tool] !== undefined && wish[tool] !== before[tool]);
}

const say = (isOn: boolean): string => (isOn ? 'on' : 'off');

/** Switches what differs; what the call leaves out stays (OpenAI API reference, 2026-11). */
export function toolsPart(project: InProject, before: HostedTools, wish: ToolWish): Part | null {
  const tools = toolsThatDiffer(before, wish);
  if (tools.length === 0) return null;
  const params = { project_id: project.id };
  const step = setStep({
    id: 'tools',
    title: `Switch ${tools.map((tool) => `${tool} ${say(!before[tool])}`).join(', ')} in ${project.name}`,
    call: callTemplate(`POST ${PATH}`, {
      params,
      body: Object.fromEntries(tools.map((tool) => [tool, { enabled: !before[tool] }])),
    }),
    read: callTemplate(`GET ${PATH}`, { params }),
    where: Object.fromEntries(tools.map((tool) => [`${tool}.enabled`, !before[tool]])),
  });
  return {
    changes: tools.map((tool) => ({ label: tool, before: say(before[tool]), after: say(!before[tool]) })),
    steps: [step],
  };
}

/** What an approver should know about these tools being switched to the other side. */
export function warnTools(name: string, before: HostedTools, tools: readonly Tool[]): readonly string[] {
  const off = tools.filter((tool) => before[tool]);
  return [
    ...(off.length === 0 ? [] : [`Requests of ${name} that use ${off.join(' or ')} fail at once.`]),
    ...(tools.includes('mcp') && !before.mcp ? ['With mcp, requests can reach servers outside OpenAI.'] : []),
  ];
}

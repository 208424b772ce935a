import { z } from 'zod';

import { type JsonObject, get, post } from '../http/endpoint.ts';
import { locateActiveProject, locateProject } from '../locate.ts';
import type { Organization } from '../organization.ts';
import { HOSTED_TOOLS, type HostedTools } from '../records/project-settings.ts';

const toggle = z.strictObject({ enabled: z.boolean() }).nullish();

/**
 * Every tool is on until it is switched off, and what an update leaves out stays. The answer names neither its kind nor an
 * id, and the audit log has no event for it. OpenAI API reference, 2026-11.
 */
export const hostedToolPermissionEndpoints = [
  get('/organization/projects/{project_id}/hosted_tool_permissions', {}, ({ organization, params }) =>
    showTools(toolsOf(organization, locateProject(organization, params.project_id).id)),
  ),

  post(
    '/organization/projects/{project_id}/hosted_tool_permissions',
    { file_search: toggle, web_search: toggle, image_generation: toggle, mcp: toggle, code_interpreter: toggle },
    ({ organization, params, body }) => {
      const project = locateActiveProject(organization, params.project_id);
      const tools = everyTool((tool) => body[tool]?.enabled ?? toolsOf(organization, project.id)[tool]);
      organization.hostedTools.set(project.id, tools);
      return showTools(tools);
    },
  ),
];

function toolsOf(organization: Organization, projectId: string): HostedTools {
  return organization.hostedTools.get(projectId) ?? everyTool(() => true);
}

function everyTool(isOn: (tool: keyof HostedTools) => boolean): HostedTools {
  return Object.fromEntries(HOSTED_TOOLS.map((tool) => [tool, isOn(tool)])) as HostedTools;
}

function showTools(tools: HostedTools): JsonObject {
  return Object.fromEntries(HOSTED_TOOLS.map((tool) => [tool, { enabled: tools[tool] }]));
}

import { z } from 'zod';

/** Tools that run at OpenAI (OpenAI API reference, 2026-11), by the name it gives them. */
export const toolNames = ['file_search', 'web_search', 'image_generation', 'mcp', 'code_interpreter'] as const;
export type Tool = (typeof toolNames)[number];

export const hostedToolsSchema = z.record(z.enum(toolNames), z.boolean());
/** Whether each tool may be used. */
export type HostedTools = Readonly<Record<Tool, boolean>>;

const toggle = z.looseObject({ enabled: z.boolean() });

/** `ProjectHostedToolPermissions` (OpenAI API reference, 2026-11). */
export const hostedToolsWire = z.looseObject({
  file_search: toggle,
  web_search: toggle,
  image_generation: toggle,
  mcp: toggle,
  code_interpreter: toggle,
});

export function keepHostedTools(answer: unknown): HostedTools {
  const tools = hostedToolsWire.parse(answer);
  return {
    file_search: tools.file_search.enabled,
    web_search: tools.web_search.enabled,
    image_generation: tools.image_generation.enabled,
    mcp: tools.mcp.enabled,
    code_interpreter: tools.code_interpreter.enabled,
  };
}

import { readFile } from 'node:fs/promises';
import { readSeed, type OrganizationSeed } from '#sandbox/openai/seed.ts';
import { readWorkspaceSeed } from '#sandbox/slack/seed/read-workspace-seed.ts';
import type { WorkspaceSeed } from '#sandbox/slack/seed/workspace-seed.ts';

const file = (name: string) => new URL(`../../../data/${name}`, import.meta.url);

export async function readOrganization(): Promise<OrganizationSeed> {
  return readSeed(await readFile(file('sandbox/organization.json'), 'utf8'));
}

export async function readWorkspace(): Promise<WorkspaceSeed> {
  return readWorkspaceSeed(await readFile(file('sandbox/workspace.json'), 'utf8'));
}

export async function readSandboxPolicy(): Promise<string> {
  return readFile(file('policies/sandbox.yml'), 'utf8');
}

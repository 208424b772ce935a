/**
 * Nobody is added to the default project directly, and its name and state stay as they are. The API does not flag it; it is known by
 * the name it is born with (OpenAI API reference, 2026-11).
 */
export function isDefaultProject(project: { readonly name: string }): boolean {
  return project.name.toLowerCase() === 'default project';
}

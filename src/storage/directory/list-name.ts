/** Names of the lists in `directory_lists`. */
export const PROJECTS = 'projects';
export const USERS = 'users';
export const keysOf = (projectId: string): string => `keys:${projectId}`;

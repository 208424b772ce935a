import { locateActiveProject, locateProject } from './locate.ts';
import type { Organization } from './organization.ts';

/** Where a setting, a role or a certificate counts: in the whole organization or in one project. */
export interface Place {
  readonly kind: 'organization' | 'project';
  /** The organization's id or the project's. */
  readonly id: string;
}

/** Of endpoints that exist twice, below the organization and below a project, the one path names a project. */
interface PlacePath {
  readonly project_id?: string;
}

/** The place that a path speaks of. Throws 404 for an unknown project. */
export function locatePlace(organization: Organization, path: PlacePath): Place {
  if (path.project_id === undefined) return { kind: 'organization', id: organization.id };
  return { kind: 'project', id: locateProject(organization, path.project_id).id };
}

/** The same for a change, which an archived project refuses with 400. */
export function locateOpenPlace(organization: Organization, path: PlacePath): Place {
  if (path.project_id !== undefined) locateActiveProject(organization, path.project_id);
  return locatePlace(organization, path);
}

/** What the API calls the two kinds of place in roles and in audit events; OpenAI API reference, 2026-11. */
export function resourceTypeOf(place: Place): 'api.organization' | 'api.project' {
  return `api.${place.kind}`;
}

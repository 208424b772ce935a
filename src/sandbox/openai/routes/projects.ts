import { z } from 'zod';

import { emptyProject } from '../forget.ts';
import { type JsonObject, get, post } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { badRequest } from '../http/problem.ts';
import { queryField } from '../http/query.ts';
import { mintId } from '../identifier.ts';
import { locateActiveProject, locateProject } from '../locate.ts';
import { refuseUnenrolled } from '../enrolment.ts';
import { type Organization, type Project, membershipId, newestFirst } from '../organization.ts';
import { bodyField } from './body-field.ts';
import { requireOne } from './require-one.ts';

/** Set once, at creation; OpenAI API reference, 2026-11. */
const RESIDENCIES = [
  'GLOBAL',
  'US_STORAGE_PROCESSING',
  'EU_STORAGE_PROCESSING',
  'JP_STORAGE',
  'JP_STORAGE_PROCESSING',
  'KR_STORAGE',
  'CA_STORAGE',
  'SG_STORAGE',
  'IN_STORAGE',
  'IN_STORAGE_PROCESSING',
  'AU_STORAGE',
  'AU_STORAGE_PROCESSING',
  'GB_STORAGE',
  'AE_STORAGE',
  'AE_STORAGE_PROCESSING',
] as const;

/**
 * Archiving is final, and there is no delete. The default project and archived ones refuse every change; a second archive,
 * which the reference leaves open, is refused here too. OpenAI API reference, 2026-11.
 */
export const projectEndpoints = [
  get('/organization/projects', { ...pageQuery, include_archived: queryField.flag }, ({ organization, query }) => {
    const rows = newestFirst(organization.projects.values(), (project) => project.createdAtSec);
    const visible = rows.filter((project) => query.include_archived || project.archivedAtSec === null);
    return pageOf(visible, query, showProject);
  }),

  post(
    '/organization/projects',
    {
      name: bodyField.name,
      residency: z.enum(RESIDENCIES).nullish(),
      external_key_id: z.string().nullish(),
      geography: z.string().nullish(),
    },
    ({ organization, body, nowSec, record }) => {
      refuseUnknownKey(organization, body.external_key_id);
      if (typeof body.residency === 'string' && typeof body.geography === 'string') {
        throw badRequest("Only one of 'residency' and 'geography' can be given.", { param: 'geography' });
      }
      const project: Project = {
        id: mintId('proj_'),
        name: body.name,
        createdAtSec: nowSec,
        archivedAtSec: null,
        isDefault: false,
        residency: body.residency ?? 'GLOBAL',
        externalKeyId: body.external_key_id ?? null,
      };
      organization.projects.set(project.id, project);
      joinOwners(organization, project);
      record('project.created', { id: project.id, data: { name: project.name, title: project.name } });
      return showProject(project);
    },
  ),

  get('/organization/projects/{project_id}', {}, ({ organization, params }) =>
    showProject(locateProject(organization, params.project_id)),
  ),

  post(
    '/organization/projects/{project_id}',
    { name: bodyField.name.nullish(), external_key_id: z.string().nullish(), geography: z.string().nullish() },
    ({ organization, params, body, record }) => {
      requireOne(body, ['name', 'external_key_id', 'geography']);
      const project = changeable(organization, params.project_id);
      refuseUnknownKey(organization, body.external_key_id);
      const changed: Project = {
        ...project,
        name: body.name ?? project.name,
        externalKeyId: body.external_key_id ?? project.externalKeyId,
      };
      organization.projects.set(project.id, changed);
      record('project.updated', { id: project.id, changes_requested: { title: changed.name } });
      return showProject(changed);
    },
  ),

  post('/organization/projects/{project_id}/archive', {}, ({ organization, params, nowSec, record }) => {
    const project = changeable(organization, params.project_id);
    const archived: Project = { ...project, archivedAtSec: nowSec };
    organization.projects.set(project.id, archived);
    emptyProject(organization, project.id, nowSec);
    record('project.archived', { id: project.id });
    return showProject(archived);
  }),
];

function changeable(organization: Organization, projectId: string): Project {
  const project = locateActiveProject(organization, projectId);
  if (project.isDefault) throw badRequest('The default project cannot be modified.');
  return project;
}

function refuseUnknownKey(organization: Organization, externalKeyId: string | null | undefined): void {
  if (typeof externalKeyId !== 'string') return;
  refuseUnenrolled(organization, 'external_key_id');
  if (organization.externalKeys.has(externalKeyId)) return;
  throw badRequest(`External key ${externalKeyId} not found.`, { param: 'external_key_id' });
}

/** Organization owners become owners of each new project; OpenAI API reference, 2026-11. */
function joinOwners(organization: Organization, project: Project): void {
  for (const user of organization.users.values()) {
    if (user.role !== 'owner' || user.removedAtSec !== null || user.isServiceAccount) continue;
    const id = membershipId(project.id, user.id);
    organization.memberships.set(id, {
      projectId: project.id,
      userId: user.id,
      role: 'owner',
      addedAtSec: project.createdAtSec,
    });
  }
}

function showProject(project: Project): JsonObject {
  return {
    id: project.id,
    object: 'organization.project',
    name: project.name,
    created_at: project.createdAtSec,
    archived_at: project.archivedAtSec,
    status: project.archivedAtSec === null ? 'active' : 'archived',
    external_key_id: project.externalKeyId,
    residency: project.residency,
  };
}

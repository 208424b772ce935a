import type { Selectable } from 'kysely';
import type { JsonObject } from '#domain/json.ts';
import type { KnownKey, KnownProject, KnownThing, KnownUser } from '#operations/memory.ts';
import { fromJsonText, toJsonText } from '../json-text.ts';
import type { KnownKeysTable } from '../tables/known-keys.ts';
import type { KnownProjectsTable } from '../tables/known-projects.ts';
import type { KnownThingsTable } from '../tables/known-things.ts';
import type { KnownUsersTable } from '../tables/known-users.ts';

export function projectToRow(project: KnownProject, position: number): KnownProjectsTable {
  return { id: project.id, position, name: project.name, status: project.status, created_at: project.createdAt };
}

export function projectFromRow(row: Selectable<KnownProjectsTable>): KnownProject {
  return { id: row.id, name: row.name, status: row.status, createdAt: row.created_at };
}

export function userToRow(user: KnownUser, position: number): KnownUsersTable {
  return { id: user.id, position, name: user.name, email: user.email, role: user.role, added_at: user.addedAt };
}

export function userFromRow(row: Selectable<KnownUsersTable>): KnownUser {
  return { id: row.id, name: row.name, email: row.email, role: row.role, addedAt: row.added_at };
}

export function keyToRow(key: KnownKey, position: number): KnownKeysTable {
  return {
    project_id: key.projectId,
    id: key.id,
    position,
    name: key.name,
    redacted: key.redacted,
    project_name: key.projectName,
    owner_name: key.ownerName,
    owner_email: key.ownerEmail,
    account_id: key.accountId,
    created_at: key.createdAt,
    last_used_at: key.lastUsedAt,
    expires_at: key.expiresAt,
    is_owned: key.isOwned ? 1 : 0,
  };
}

export function keyFromRow(row: Selectable<KnownKeysTable>): KnownKey {
  return {
    id: row.id,
    name: row.name,
    redacted: row.redacted,
    projectId: row.project_id,
    projectName: row.project_name,
    ownerName: row.owner_name,
    ownerEmail: row.owner_email,
    accountId: row.account_id,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    isOwned: row.is_owned === 1,
  };
}

export function thingToRow(list: string, thing: KnownThing, position: number): KnownThingsTable {
  return { list, id: thing.id, position, name: thing.name, body: toJsonText(thing.body) };
}

export function thingFromRow(row: Selectable<KnownThingsTable>): KnownThing {
  return { id: row.id, name: row.name, body: fromJsonText(row.body) as JsonObject };
}

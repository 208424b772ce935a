import { operationId } from '#domain/ids.ts';
import { type Instant, utcMinute } from '#domain/instant.ts';
import { keyActions, keyInput, whenEnds, whenUsed } from '../keys/describe-key.ts';
import type { Found, IssuedKey, KnownKey } from '../memory.ts';
import type { OrganizationUser } from '../objects/organization-user.ts';
import type { HeldRole } from '../objects/role.ts';
import type { ViewPart, ViewRow } from '../view.ts';
import { type Held, heldKeys } from './held.ts';

/** Parts of a page about one person, for whoever looks at somebody and for who looks at themselves. */

export function factsAbout(user: OrganizationUser, roles: readonly HeldRole[] | null): ViewPart {
  const further = roles?.filter((role) => !role.isBuiltIn).map((role) => role.name);
  return {
    part: 'facts',
    facts: [
      { label: 'E-mail', value: user.email ?? 'unknown' },
      { label: 'Id', value: user.id },
      { label: 'Role in the organization', value: user.role },
      ...(further === undefined ? [] : [{ label: 'Further roles', value: further.join(', ') || 'none' }]),
      { label: 'Since', value: utcMinute(user.addedAt) },
      ...(user.isManaged ? [{ label: 'Managed by', value: 'your identity provider' }] : []),
    ],
  };
}

export function projectsOf(user: OrganizationUser): ViewPart {
  if (user.projects === null) return { part: 'note', text: 'OpenAI does not say in which projects.' };
  return {
    part: 'rows',
    columns: ['Project', 'Role'],
    rows: user.projects.map(({ id, name, role }) => ({
      cells: [name, role],
      actions: [
        {
          label: 'Show',
          operation: operationId('projects.show'),
          input: { project: { id, name } },
          style: 'plain',
        },
      ],
    })),
    empty: 'In no project.',
  };
}

function rowOf(key: KnownKey | IssuedKey, now: Instant): ViewRow {
  const project = { id: key.projectId, name: key.projectName };
  if ('keyId' in key) {
    return {
      cells: [key.name, project.name, 'not read yet', whenEnds(key.endsAt)],
      actions: keyActions(keyInput({ id: key.keyId, name: key.name, redacted: '' }, project)),
    };
  }
  return {
    cells: [key.name, project.name, whenUsed(key.lastUsedAt, now), whenEnds(key.expiresAt)],
    actions: keyActions(keyInput(key, project)),
  };
}

export function keysHeld(held: Held, now: Instant): ViewPart {
  return {
    part: 'rows',
    columns: ['Key', 'Project', 'Last used', 'Ends'],
    rows: heldKeys(held).map((key) => rowOf(key, now)),
    empty: 'No key that is known here.',
  };
}

/** Keys that bear somebody's name or address, in every project that was read so far. */
export function keysFound(found: readonly Found[]): ViewPart {
  return {
    part: 'rows',
    columns: ['Key', 'Where'],
    rows: found.filter((each) => each.kind === 'key').map(({ name, where }) => ({ cells: [name, where], actions: [] })),
    empty: 'No key of theirs is known here.',
  };
}

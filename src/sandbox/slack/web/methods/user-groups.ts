import type { JsonRecord } from '../../record.ts';
import type { UserGroup, Workspace } from '../../state/workspace.ts';
import { ApiError } from '../api-error.ts';
import { type ApiCall, method } from '../method.ts';

/** Groups that can be mentioned as one, e.g. the approvers. */
export const userGroups = [
  method('usergroups.list', { scopes: ['usergroups:read'], rate: 'tier2', run: list }),
  method('usergroups.users.list', { scopes: ['usergroups:read'], rate: 'tier2', run: members }),
];

function list(call: ApiCall): JsonRecord {
  const withUsers = call.args.flag('include_users');
  const withCount = call.args.flag('include_count');
  return {
    usergroups: [...call.workspace.userGroups.values()].map((group) => ({
      ...describeGroup(call.workspace, group),
      ...(withUsers ? { users: group.members } : {}),
      ...(withUsers || withCount ? { user_count: group.members.length } : {}),
    })),
  };
}

function members(call: ApiCall): JsonRecord {
  const group = call.workspace.userGroups.get(call.args.needText('usergroup'));
  if (group === undefined) throw new ApiError('no_such_subteam');
  const users = group.members.filter((id) => call.workspace.people.get(id)?.kind !== 'deactivated');
  return { users };
}

function describeGroup(workspace: Workspace, group: UserGroup): JsonRecord {
  return {
    id: group.id,
    team_id: workspace.team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: '',
    handle: group.handle,
    is_external: false,
    date_create: 0,
    date_update: 0,
    date_delete: 0,
    auto_type: null,
    auto_provision: false,
    enterprise_subteam_id: '',
    created_by: '',
    updated_by: '',
    deleted_by: null,
    prefs: { channels: [], groups: [] },
  };
}

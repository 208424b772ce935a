import type { JsonRecord } from '../record.ts';
import type { Person, Workspace } from '../state/workspace.ts';

/**
 * A user object (Slack API docs, "User object"). Two fields are missing on purpose: has_2fa, which a bot token never
 * sees, and enterprise_user, which exists on Enterprise Grid only.
 * @param sight what the asking token may see, and the fields this Slack keeps to itself
 */
export function describeUser(
  workspace: Workspace,
  person: Person,
  sight: { readonly email: boolean; readonly hidden: readonly string[] },
): JsonRecord {
  const user: Record<string, unknown> = {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.kind === 'deactivated',
    color: '4bbe2e',
    real_name: person.realName,
    tz: person.timezone,
    tz_label: person.timezone,
    tz_offset: 0,
    profile: {
      ...profileOf(person, sight.email),
      ...(person.id === workspace.app.botUserId ? appProfile(workspace) : {}),
    },
    ...flagsOf(person),
    updated: 0,
    who_can_share_contact_card: 'EVERYONE',
  };
  for (const field of sight.hidden) delete user[field];
  return user;
}

function flagsOf(person: Person): JsonRecord {
  const isBot = person.kind === 'bot';
  return {
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.kind === 'guest' || person.kind === 'single-channel-guest',
    is_ultra_restricted: person.kind === 'single-channel-guest',
    is_stranger: person.kind === 'stranger',
    is_bot: isBot,
    is_app_user: false,
    is_invited_user: false,
    is_workflow_bot: false,
    is_connector_bot: false,
    is_email_confirmed: !isBot,
  };
}

function profileOf(person: Person, withEmail: boolean): JsonRecord {
  const [first = '', ...rest] = person.realName.split(' ');
  return {
    title: person.title,
    phone: '',
    skype: '',
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    first_name: first,
    last_name: rest.join(' '),
    status_text: '',
    status_emoji: '',
    team: person.teamId,
    // Another organization's addresses are not shown to this one's apps.
    ...(withEmail && person.email !== '' && person.kind !== 'stranger' ? { email: person.email } : {}),
  };
}

function appProfile(workspace: Workspace): JsonRecord {
  return { api_app_id: workspace.app.id, bot_id: workspace.app.botId, always_active: true };
}

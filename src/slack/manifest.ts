import { methodScopes } from './api/method-scopes.ts';
import { registrations } from './register.ts';

export interface ManifestOptions {
  /** `/openai` unless another app of the workspace has that name. */
  readonly command?: string;
  /** The address that Slack posts to, with `/slack/events`; left out for Socket Mode. */
  readonly httpUrl?: string;
}

/** Bot scopes: one for each method that is called, one for each event that needs it, and `commands` for command and shortcuts. */
export function botScopes(): readonly string[] {
  const events = registrations.flatMap((each) => (each.kind === 'event' && each.scope !== null ? [each.scope] : []));
  const methods = Object.values(methodScopes).flat();
  return [...new Set<string>(['commands', ...events, ...methods])].sort();
}

function features(command: string, url: { readonly url?: string }) {
  const shortcuts = registrations.flatMap((each) =>
    each.kind === 'shortcut'
      ? [{ name: each.name, type: 'global' as const, callback_id: each.id, description: each.description }]
      : [],
  );
  return {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
    bot_user: { display_name: 'countersign', always_online: true },
    shortcuts,
    slash_commands: [
      {
        command,
        ...url,
        description: 'Run your OpenAI organization, with a second person',
        usage_hint: 'keys issue search-dev --for 30d | help',
        should_escape: true,
      },
    ],
  };
}

/** The Slack app as this code needs it: nothing it does not listen to, no scope it does not use (Slack API docs, "App manifests", 2026). */
export function manifest(options: ManifestOptions = {}) {
  const { command = '/openai', httpUrl } = options;
  const url = httpUrl === undefined ? {} : { url: httpUrl };
  const requestUrl = httpUrl === undefined ? {} : { request_url: httpUrl };
  const menus = httpUrl === undefined ? {} : { message_menu_options_url: httpUrl };
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Countersign',
      description:
        'Run your OpenAI organization from Slack: ask, a second person approves, it happens, and it can be proven.',
      background_color: '#1f2937',
    },
    features: features(command, url),
    oauth_config: { scopes: { bot: botScopes() } },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: registrations.flatMap((each) => (each.kind === 'event' ? [each.id] : [])),
      },
      interactivity: { is_enabled: true, ...requestUrl, ...menus },
      org_deploy_enabled: false,
      socket_mode_enabled: httpUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

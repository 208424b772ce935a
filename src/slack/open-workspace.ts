import { WebClient } from '@slack/web-api';
import type { Secret } from '#domain/secret.ts';
import type { Instant } from '#domain/instant.ts';
import type { Roster } from '#workflow/ports/people.ts';
import type { Workspace } from '#workflow/ports/workspace.ts';
import { clientOptions } from './api/clients.ts';
import { callerThrough } from './api/call-slack.ts';
import { createPinnedFetch } from './api/pinned-fetch.ts';
import { findHome } from './find-home.ts';
import { askRoster } from './roster.ts';
import { type Entrance, reachOf } from './reach.ts';
import { isRecord } from './api/record.ts';
import { silentLogger } from './transport/sdk-logger.ts';

export interface OpenedWorkspace extends Workspace {
  /** Every full member with their confirmed address. Throws `Fault` where the token is nobody’s. */
  roster(at: Instant): Promise<Roster>;
  close(): Promise<void>;
}

/** Looks at the installation in Slack: whose token, which scopes, which channels. Posts nothing and listens to nothing. */
export function openWorkspace(options: {
  readonly botToken: Secret;
  readonly apiUrl: string;
  readonly entrance: Entrance;
}): OpenedWorkspace {
  const pinned = createPinnedFetch(options.apiUrl);
  let dateMs: number | null = null;
  const fetch: typeof pinned.fetch = async (url, init) => {
    const response = await pinned.fetch(url, init);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (Number.isFinite(date)) dateMs = date;
    return response;
  };
  const quiet = clientOptions({ apiUrl: options.apiUrl, fetch, logger: silentLogger() });
  const client = new WebClient(options.botToken.reveal(), quiet);
  const call = callerThrough(client);
  return {
    async identity() {
      const answer = await call('auth.test', {});
      if (!answer.ok) return { error: answer.error };
      const teamId = answer.data['team_id'];
      const metadata = answer.data['response_metadata'];
      // Slack names the token's scopes in a header, which the SDK passes on here (Slack API docs, "OAuth scopes", 2026).
      const scopes = isRecord(metadata) && Array.isArray(metadata['scopes']) ? metadata['scopes'].map(String) : [];
      return { teamId: typeof teamId === 'string' ? teamId : 'unknown', scopes, dateMs };
    },
    async channel(id) {
      const answer = await call('conversations.info', { channel: id });
      if (!answer.ok) return { kind: 'missing', error: answer.error };
      const channel = isRecord(answer.data['channel']) ? answer.data['channel'] : {};
      const is = (name: string): boolean => channel[name] === true;
      return {
        kind: 'seen',
        isMember: is('is_member'),
        isPrivate: is('is_private'),
        isShared: is('is_ext_shared') || is('is_pending_ext_shared') || (is('is_shared') && !is('is_org_shared')),
        isArchived: is('is_archived'),
      };
    },
    reach: () => reachOf(options.entrance, (appToken) => callerThrough(new WebClient(appToken.reveal(), quiet))),
    roster: async (at) => askRoster(call, await findHome(call), at),
    close: () => pinned.close(),
  };
}

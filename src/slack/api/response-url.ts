import type { KnownBlock } from '@slack/types';
import { Agent, fetch } from 'undici';
import type { Log } from '#workflow/ports/log.ts';
import { sendProblems } from '../blocks/limits.ts';
import { apiTimeoutMs } from './pinned-fetch.ts';

/** A message that only one person sees. Gone on reload, so never a record of anything. */
export interface PrivateMessage {
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  /** Takes the place of the message the click was on. */
  readonly replaces?: boolean;
}

export interface PrivateAnswers {
  /** Answers a click or a command. Best effort: what it says can always be asked for again. */
  answer(responseUrl: string, message: PrivateMessage): Promise<boolean>;
  close(): Promise<void>;
}

const slackHosts = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);

/**
 * Whether a response_url may be fetched: Slack's own hook hosts over https, or the one other host that this installation was told
 * to use as Slack. It comes in a signed payload, but a URL that somebody else chose is never followed on that word alone.
 */
export function mayAnswerAt(responseUrl: string, apiUrl: string): boolean {
  if (!URL.canParse(responseUrl)) return false;
  const url = new URL(responseUrl);
  if (url.username !== '' || url.password !== '') return false;
  const api = new URL(apiUrl);
  if (api.hostname === 'slack.com' || api.hostname === 'slack-gov.com')
    return url.protocol === 'https:' && url.port === '' && slackHosts.has(url.hostname);
  return url.origin === api.origin;
}

export function createPrivateAnswers(apiUrl: string, log: Log): PrivateAnswers {
  const agent = new Agent({ connections: 20, connect: { timeout: 3000 } });
  return {
    async answer(responseUrl, message) {
      if (!mayAnswerAt(responseUrl, apiUrl)) {
        log.warn({}, 'A response_url outside Slack was not followed');
        return false;
      }
      const problems = sendProblems('message', message);
      if (problems.length > 0) {
        log.error({ problems }, 'A private answer was not sent because Slack would refuse it');
        return false;
      }
      const { text, blocks, replaces } = message;
      const body = {
        response_type: 'ephemeral',
        text,
        ...(blocks === undefined ? {} : { blocks }),
        replace_original: replaces ?? false,
      };
      try {
        const response = await fetch(responseUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          redirect: 'error',
          signal: AbortSignal.timeout(apiTimeoutMs),
          dispatcher: agent,
        });
        // An unread body would hold its connection.
        await response.arrayBuffer();
        if (!response.ok) log.warn({ status: response.status }, 'Slack did not take a private answer');
        return response.ok;
      } catch {
        log.warn({}, 'A private answer did not reach Slack');
        return false;
      }
    },
    close: () => agent.close(),
  };
}

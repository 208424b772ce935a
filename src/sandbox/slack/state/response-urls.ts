import { setBounded } from '../bounded-map.ts';
import type { ResponseUrl } from './response-url.ts';
import type { Workspace } from './workspace.ts';

const MAX_USES = 5;
const LIFETIME_MS = 30 * 60_000;
/** More than anybody's acts of half an hour. */
const MAX_RESPONSE_URLS = 5000;

export function mintResponseUrl(
  workspace: Workspace,
  origin: Pick<ResponseUrl, 'userId' | 'channelId' | 'messageTs'>,
): string {
  const token = workspace.mint.secret();
  const value: ResponseUrl = { ...origin, token, mintedAtMs: workspace.clock.nowMs(), uses: 0 };
  setBounded(workspace.responseUrls, { key: token, value, max: MAX_RESPONSE_URLS });
  return token;
}

export type Use =
  | { readonly ok: true; readonly url: ResponseUrl }
  | { readonly ok: false; readonly error: 'used_url' | 'expired_url' };

/** Counts one use. A token nobody handed out answers like one that has expired. */
export function useResponseUrl(workspace: Workspace, token: string): Use {
  const url = workspace.responseUrls.get(token);
  if (url === undefined || workspace.clock.nowMs() - url.mintedAtMs > LIFETIME_MS)
    return { ok: false, error: 'expired_url' };
  if (url.uses >= MAX_USES) return { ok: false, error: 'used_url' };
  workspace.responseUrls.set(token, { ...url, uses: url.uses + 1 });
  return { ok: true, url };
}

import type { Given } from './given.ts';
import { type SettingName, settingNames, settingOf } from './settings.ts';
import type { SettingGroup } from './setting.ts';

export type StartKind = 'sandbox' | 'practice' | 'bot';

export type Decided =
  | { readonly kind: 'ok'; readonly start: StartKind }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

type Texts = Given['texts'];

/**
 * What a start is, by which groups were begun: none is the sandbox, Slack alone practice, both the bot. A group that was begun must be
 * whole, because half a set-up that starts as something else is how test and production get mixed up.
 */
export function decideStart(texts: Texts): Decided {
  const wantsSlack = begun(texts, 'slack');
  const wantsOpenai = begun(texts, 'openai');
  if (!wantsSlack && !wantsOpenai)
    return texts.NODE_ENV === 'production' ? nothingGiven(texts) : { kind: 'ok', start: 'sandbox' };
  const missing = [...missingOfSlack(texts), ...(wantsOpenai ? missingOfOpenai(texts) : [])];
  if (missing.length > 0) return { kind: 'refused', lines: missing };
  const problems = contradictions(texts);
  if (problems.length > 0) return { kind: 'refused', lines: problems };
  return { kind: 'ok', start: wantsOpenai ? 'bot' : 'practice' };
}

function begun(texts: Texts, group: SettingGroup): boolean {
  return settingNames.some(
    (name) => settingOf(name).group === group && settingOf(name).decides && texts[name] !== undefined,
  );
}

function nothingGiven(texts: Texts): Decided {
  const lines = [
    'NODE_ENV is production and nothing is configured; the sandbox is for other places.',
    ...missingOfSlack(texts),
  ];
  return { kind: 'refused', lines: [...lines, ...missingOfOpenai(texts)] };
}

const missingLine = (name: SettingName): string => `${name} is missing: ${settingOf(name).about}`;

function missingOfSlack(texts: Texts): readonly string[] {
  const missing = (['SLACK_BOT_TOKEN', 'COUNTERSIGN_MAC_KEY'] as const)
    .filter((name) => texts[name] === undefined)
    .map(missingLine);
  if (texts.SLACK_APP_TOKEN !== undefined || texts.SLACK_SIGNING_SECRET !== undefined) return missing;
  return [
    ...missing,
    `${missingLine('SLACK_APP_TOKEN')} Or give SLACK_SIGNING_SECRET, if Slack can reach the bot over HTTP.`,
  ];
}

function missingOfOpenai(texts: Texts): readonly string[] {
  return texts.OPENAI_ADMIN_KEY === undefined ? [missingLine('OPENAI_ADMIN_KEY')] : [];
}

function contradictions(texts: Texts): readonly string[] {
  const hasBoth = texts.SLACK_APP_TOKEN !== undefined && texts.SLACK_SIGNING_SECRET !== undefined;
  if (hasBoth)
    return [
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set. Keep the first for Socket Mode or the second for HTTP.',
    ];
  if (texts.SLACK_APP_TOKEN !== undefined && texts.SLACK_SOURCE_CIDRS !== undefined) {
    return [
      'SLACK_SOURCE_CIDRS protects the HTTP receiver only, and SLACK_APP_TOKEN chooses Socket Mode. Remove one of them.',
    ];
  }
  return [];
}

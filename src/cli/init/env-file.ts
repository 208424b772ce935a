import { type SettingName, settingOf } from '#config/settings.ts';

/** The first `.env`: what is known is set, what is missing stands there with what it is and where to get it. */
export function envFile(paths: { readonly macKey: string; readonly sealKey: string; readonly policy: string }): string {
  const paragraphs = [
    [
      '# Settings of this installation; docs/settings.md has every other one. This file will hold credentials: keep it to yourself.',
      `COUNTERSIGN_MAC_KEY_FILE=${paths.macKey}`,
      `COUNTERSIGN_SEAL_KEY_FILE=${paths.sealKey}`,
      `POLICY_FILE=${paths.policy}`,
    ],
    [
      '# Slack. With these two the bot starts in practice mode: your workspace, an emulated organization.',
      ...open('SLACK_BOT_TOKEN'),
      ...open('SLACK_APP_TOKEN'),
    ],
    ['# Instead of SLACK_APP_TOKEN, if Slack can reach this machine over HTTPS:', ...later('SLACK_SIGNING_SECRET')],
    ['# OpenAI. Uncomment when you have practised.', ...later('OPENAI_ADMIN_KEY')],
  ];
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** A line to fill in. */
const open = (name: SettingName): readonly string[] => [explain(name), `${name}=`];

/** A line to uncomment and fill in. */
const later = (name: SettingName): readonly string[] => [explain(name), `# ${name}=`];

const explain = (name: SettingName): string => `# ${settingOf(name).about} (${settingOf(name).example})`;

import { dangers } from './dangers.ts';
import { type SettingGroup, settingGroups } from './setting.ts';
import { settingNames, settingOf, type SettingName } from './settings.ts';

const headings: Readonly<Record<SettingGroup, string>> = {
  slack: 'Slack',
  openai: 'OpenAI',
  installation: 'This installation',
  pages: 'Pages and one-time codes',
  health: 'Health',
  sandbox: 'The sandbox',
};

const INTRODUCTION = `# Settings

<!-- Written by \`npm run -s countersign -- settings\`; a test compares. Change src/config/*-settings.ts instead. -->

Everything is set in the environment. \`npm start\` and \`npm run -s countersign\` also read a file \`.env\` beside \`package.json\`;
\`countersign init\` writes a first one. An empty value counts as not set.

What is set decides what a start is:

| set | \`npm start\` is |
| --- | --- |
| nothing of Slack or OpenAI | the sandbox: everything emulated on this machine |
| Slack only | practice: the real workspace, an emulated organization |
| Slack and OpenAI | the bot |
| part of a group, or nothing with \`NODE_ENV=production\` | refused, with a list of what is missing |

Names marked *decides* are what "set" means here: with one of them given, its whole group must be complete. Slack needs
\`SLACK_BOT_TOKEN\`, \`COUNTERSIGN_MAC_KEY\` and either \`SLACK_APP_TOKEN\` or \`SLACK_SIGNING_SECRET\`; OpenAI needs \`OPENAI_ADMIN_KEY\`.
Names marked *secret* can be given as a file instead, by adding \`_FILE\` to the name: \`OPENAI_ADMIN_KEY_FILE=/run/secrets/admin-key\`.
An unknown name that begins with \`COUNTERSIGN_\` is refused, because it is a mistyped one.
`;

const REFUSED = `## Names that refuse the start

In practice and as the bot, where real credentials are present, the start is refused while one of these is set. Each of them can
lead credentials elsewhere without any of our settings being changed. \`NODE_EXTRA_CA_CERTS\` refuses it too, unless
\`COUNTERSIGN_CA_SHA256\` confirms the file.

| name | what it could do, and what to do instead |
| --- | --- |
${dangers.map(({ name, advice }) => `| \`${name}\` | ${advice} |`).join('\n')}
`;

/** The page `docs/settings.md`, whole. */
export function settingsPage(): string {
  const groups = settingGroups.map((group) => `## ${headings[group]}\n\n${rowsOf(group).join('\n')}\n`);
  return [INTRODUCTION, ...groups, REFUSED].join('\n');
}

function rowsOf(group: SettingGroup): readonly string[] {
  const names = settingNames.filter((name) => settingOf(name).group === group);
  return ['| name | what it is | default | example |', '| --- | --- | --- | --- |', ...names.map(row)];
}

function row(name: SettingName): string {
  const { about, example, fallback, isSecret, decides } = settingOf(name);
  const marks = [isSecret ? '*secret*' : null, decides ? '*decides*' : null].filter((mark) => mark !== null);
  const cells = [
    [`\`${name}\``, ...marks].join(' '),
    about,
    fallback === null ? '—' : `\`${fallback}\``,
    `\`${example}\``,
  ];
  return `| ${cells.join(' | ')} |`;
}

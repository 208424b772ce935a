import { type Check, ok, warn } from '../check.ts';

const usual = new Set(['api.openai.com', 'slack.com', 'hooks.slack.com', 'files.slack.com', 'wss-primary.slack.com']);

export const egress: Check = {
  id: 'egress',
  title: 'Where it can connect to',
  run: async ({ hosts }) => {
    const other = hosts.filter((host) => !usual.has(host));
    const list = hosts.join(', ') || 'nowhere';
    const allow = 'Put the address this machine is seen with outside on OpenAI’s IP allow-list, if you use one.';
    return other.length > 0
      ? warn(
          `${list}. Not usual: ${other.join(', ')}.`,
          'Check COUNTERSIGN_ALLOW_OTHER_HOST and the addresses it allows.',
        )
      : ok(`${list}. ${allow}`);
  },
};

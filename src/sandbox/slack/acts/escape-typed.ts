import type { Workspace } from '../state/workspace.ts';

/**
 * What a client makes of typed text before sending it: mentions become ids, links and addresses are bracketed, and the
 * three characters with a meaning are escaped (Slack API docs, "Formatting message text"). Text that already holds a
 * finished mention of somebody who exists, as a client's type-ahead leaves it, keeps it.
 * @param form commands registered with should_escape carry the name behind each id, messages do not repeat people's
 */
export function escapeTyped(workspace: Workspace, text: string, form: 'command' | 'message'): string {
  const names = namesIn(workspace, form);
  return text.replaceAll(TOKEN, (whole: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const { mention, handle, channel, url, email } = groups;
    if (mention !== undefined) return names.finished(mention) ?? escape(whole);
    if (handle !== undefined) return names.person(handle.toLowerCase()) ?? whole;
    if (channel !== undefined) return names.channel(channel.toLowerCase()) ?? whole;
    if (url !== undefined) return bracketed(url);
    if (email !== undefined) return `<mailto:${email}|${email}>`;
    return escape(whole);
  });
}

const TOKEN =
  /<[@#](?<mention>[A-Z0-9]{9,})(?:\|[^>]*)?>|(?<url>https?:\/\/[^\s<>|]+)|(?<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<![\w@])@(?<handle>[a-z0-9](?:[\w.-]*\w)?)|(?<![\w#])#(?<channel>[a-z0-9](?:[\w-]*\w)?)|[&<>]/gi;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A sentence's full stop is not part of the address before it. */
function bracketed(url: string): string {
  const end = url.replace(/[.,;:!?)\]"'”’]+$/, '');
  return `<${escape(end)}>${escape(url.slice(end.length))}`;
}

const BROADCASTS: readonly string[] = ['here', 'channel', 'everyone'];

function namesIn(workspace: Workspace, form: 'command' | 'message') {
  const people = [...workspace.people.values()];
  const channels = [...workspace.channels.values()].filter((channel) => channel.kind !== 'dm');
  const personText = (person: { id: string; name: string }) =>
    form === 'command' ? `<@${person.id}|${person.name}>` : `<@${person.id}>`;
  const channelText = (channel: { id: string; name: string }) => `<#${channel.id}|${channel.name}>`;
  return {
    finished(id: string): string | null {
      const person = workspace.people.get(id);
      const channel = channels.find((candidate) => candidate.id === id);
      if (person !== undefined) return personText(person);
      return channel === undefined ? null : channelText(channel);
    },
    person(handle: string): string | null {
      const person = people.find((candidate) => candidate.name === handle);
      const group = [...workspace.userGroups.values()].find((candidate) => candidate.handle === handle);
      if (person !== undefined) return personText(person);
      if (group !== undefined) return `<!subteam^${group.id}|@${group.handle}>`;
      return BROADCASTS.includes(handle) ? `<!${handle}>` : null;
    },
    channel(name: string): string | null {
      const channel = channels.find((candidate) => candidate.name === name);
      return channel === undefined ? null : channelText(channel);
    },
  };
}

import { z } from 'zod';
import { requestId, shortRequestId } from '#domain/ids.ts';
import { count, utcMinute } from '#domain/instant.ts';
import type { ViewPart } from '../view.ts';

/** One human as the policy takes them just now, with everything that follows from it. */
export const whoSchema = z.object({
  name: z.string(),
  slackIds: z.array(z.string()),
  openaiEmail: z.string().nullable(),
  unit: z.string().nullable(),
  /** Who says that these accounts are theirs; `nobody` for an account that stands for itself. */
  known: z.enum(['file', 'bound', 'suspended', 'nobody']),
  /** Why they are suspended; empty otherwise. */
  why: z.string(),
  groups: z.array(z.string()),
  /** Groups of Slack that could not be read. */
  unread: z.array(z.string()),
  /** What they may approve, as far as groups go. */
  approves: z.array(z.string()),
  binding: z
    .object({ requestId: z.string(), askedBy: z.string(), agreed: z.array(z.string()), at: z.number() })
    .nullable(),
});
export type Who = z.infer<typeof whoSchema>;

function knownWords({ known, why, binding }: Who): string {
  const by =
    binding === null
      ? ''
      : ` on ${utcMinute(binding.at)} (${shortRequestId(requestId(binding.requestId))}, asked by ${binding.askedBy}, agreed by ${binding.agreed.join(' and ')})`;
  switch (known) {
    case 'file':
      return 'by the policy’s file, which wins';
    case 'bound':
      return `bound by two people${by}`;
    case 'suspended':
      return `suspended, because ${why}; until two people bind them anew they approve nothing`;
    case 'nobody':
      return 'by nobody: nothing says whose Slack account this is';
  }
}

const listed = (words: readonly string[], none: string): string => (words.length === 0 ? none : words.join(', '));

/** Who somebody is, in a few lines that read the same wherever they stand. */
export function whoFacts(who: Who): ViewPart {
  const { name, slackIds, openaiEmail, unit, groups, unread, approves } = who;
  const unasked = unread.length === 0 ? '' : `; Slack did not say who is in ${unread.join(', ')}`;
  return {
    part: 'facts',
    facts: [
      { label: 'Person', value: name },
      { label: 'In Slack', value: `${count(slackIds.length, 'account')}: ${slackIds.join(', ')}` },
      { label: 'At OpenAI', value: openaiEmail ?? 'not known' },
      { label: 'Known', value: knownWords(who) },
      { label: 'Groups', value: `${listed(groups, 'none')}${unasked}` },
      { label: 'Unit', value: unit ?? 'none' },
      { label: 'May approve', value: listed(approves, 'nothing') },
    ],
  };
}

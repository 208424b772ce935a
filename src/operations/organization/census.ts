import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, dayMs } from '#domain/instant.ts';
import { type Census, censusSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import type { View } from '../view.ts';
import { whenRead } from '../when-read.ts';

const UNUSED_DAYS = 90;

function headline(census: Census): string {
  const parts = [
    count(census.keys, 'key'),
    `${census.withoutOwner} without owner`,
    `${census.unused} unused for ${UNUSED_DAYS} d`,
    `${count(census.withoutLimit.length, 'project')} without a limit`,
    count(census.unknownAdminKeys.length, 'unknown admin key'),
  ];
  return parts.join(' · ');
}

/** Nothing counted is not the same as nothing there. */
const notCounted: View = {
  title: 'Census',
  parts: [
    {
      part: 'note',
      text: 'Nothing is counted yet: projects, keys and people are being read from OpenAI. Ask again in a minute.',
    },
  ],
};

function view(now: number, census: Census): View {
  if (census.asOf === null) return notCounted;
  const names = (list: readonly string[]) => list.join(', ') || 'none';
  const isWhole = census.projectsRead === census.projects && census.limitsRead === census.projects;
  return {
    title: 'Census',
    parts: [
      { part: 'note', text: headline(census) },
      {
        part: 'facts',
        facts: [
          { label: 'Projects', value: String(census.projects) },
          { label: 'People', value: `${census.users}, ${count(census.owners, 'owner')} among them` },
          { label: 'Keys', value: String(census.keys) },
          { label: 'Issued here', value: String(census.issuedHere) },
          { label: 'Without an end', value: String(census.endless) },
          { label: 'Owner has lost access', value: String(census.withoutOwner) },
          { label: `Unused for ${UNUSED_DAYS} days`, value: String(census.unused) },
          { label: 'Projects without a spend limit', value: names(census.withoutLimit) },
          { label: 'Admin keys', value: census.adminKeys === null ? 'not read' : String(census.adminKeys) },
          { label: 'Unknown admin keys', value: names(census.unknownAdminKeys) },
        ],
      },
      whenRead(census.asOf, now),
      ...(isWhole
        ? []
        : ([
            {
              part: 'note',
              text: `Still reading: keys of ${census.projectsRead} and limits of ${census.limitsRead} of ${count(census.projects, 'project')} are known.`,
            },
          ] as const)),
    ],
  };
}

export const takeCensus = declareRead({
  id: operationId('organization.census'),
  alias: 'census',
  title: 'Take a census',
  summary: 'Counts keys, owners, limits and admin keys over the whole organization, and names what nobody answers for.',
  example: '/openai census',
  fields: {},
  callBudget: 0,
  known: z.object({ census: censusSchema }),
  need: (_ask, have) =>
    have.census === undefined ? [recall('census', { of: 'census', unusedForMs: UNUSED_DAYS * dayMs })] : [],
  view: (ask, { census }) => view(ask.now, census),
});

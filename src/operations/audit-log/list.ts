import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { dayMs, hourMs, secondMs, utcMinute } from '#domain/instant.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { call, type Call } from '../call.ts';
import type { InputOf } from '../field.ts';
import { read } from '../need.ts';
import { type Ask, declareRead } from '../operation.ts';
import type { View, ViewPart } from '../view.ts';
import { eventPageSchema, keepEventPage } from './event-line.ts';
import { eventFamilies, typesOfWord } from './event-types.ts';

// OpenAI's largest page; who needs more narrows it down, or exports the log.
const MOST_EVENTS = 100;

const fields = {
  who: { kind: 'user', label: 'Who', hint: 'Only what this person did.', required: false },
  key: {
    kind: 'thing',
    noun: 'admin key',
    label: 'Admin key',
    hint: 'Only what was done with this admin key, by name or id.',
    required: false,
    listing: { endpoint: 'GET /organization/admin_api_keys', params: {}, id: 'id', name: 'name' },
  },
  type: {
    kind: 'words',
    label: 'Of what type',
    hint: 'For example api_key, project.archived.',
    required: false,
    most: 20,
    pattern: /^[a-z_]+(\.[a-z_]+)*$/,
    patternHint: 'Write types as OpenAI spells them, such as api_key or project.archived.',
    allowed: null,
  },
  since: {
    kind: 'duration',
    label: 'Since',
    hint: 'How far back: 12h, 7d. A day if left out.',
    required: false,
    minMs: hourMs,
    maxMs: 366 * dayMs,
    suggest: ['1d', '7d', '30d'],
    initial: '1d',
  },
  project: { kind: 'project', label: 'Project', hint: 'Only what was booked on this project.', required: false },
  target: {
    kind: 'text',
    label: 'Done to',
    hint: 'The id of a key, person, project or anything else.',
    required: false,
    max: 200,
    pattern: /^\S+$/,
    patternHint: 'Write one id.',
  },
  tenant: {
    kind: 'flag',
    label: 'Above the organization',
    hint: 'Shows the events of the level above the organization instead.',
    required: false,
  },
} as const;

type ListAsk = Ask<InputOf<typeof fields>>;

function typesIn({ type: words, tenant }: ListAsk['input']): readonly string[] | Refusal {
  if (words !== null && tenant === true) {
    return refuse('audit-log.tenant-types', {
      what: 'Types are given together with the level above the organization.',
      rule: 'The events of the level above are shown all together here. Leave the types out.',
    });
  }
  const unknown = (words ?? []).find((word) => typesOfWord(word).length === 0);
  if (unknown !== undefined) {
    return refuse('audit-log.type', {
      what: `OpenAI logs nothing of the type ${unknown}.`,
      rule: `A type is one of these words, or one of them with what happened, as in api_key.created: ${eventFamilies.join(', ')}.`,
    });
  }
  return [...new Set((words ?? []).flatMap(typesOfWord))];
}

function eventsCall({ input, now }: ListAsk, types: readonly string[]): Call {
  const actors = [input.who, input.key].flatMap((actor) => (actor === null ? [] : [actor.id]));
  return call('GET /organization/audit_logs', {
    query: {
      limit: MOST_EVENTS,
      effective_at: { gte: Math.floor((now - (input.since ?? dayMs)) / secondMs) },
      ...(actors.length === 0 ? {} : { actor_ids: actors }),
      ...(types.length === 0 ? {} : { event_types: types }),
      ...(input.project === null ? {} : { project_ids: [input.project.id] }),
      ...(input.target === null ? {} : { resource_ids: [input.target] }),
      ...(input.tenant === true ? { tenant_only: true } : {}),
    },
  });
}

function notesFor({ input, now }: ListAsk, hasMore: boolean): readonly ViewPart[] {
  const since = `Since ${utcMinute(now - (input.since ?? dayMs))}, newest first.`;
  const more = hasMore ? [`There are more; only the newest ${MOST_EVENTS} are shown. Narrow it down.`] : [];
  const booked =
    input.project === null
      ? []
      : ['What was done with an admin key is booked on the default project, whatever it was done to.'];
  return [since, ...more, ...booked].map((text) => ({ part: 'note', text }));
}

function view(ask: ListAsk, { events, hasMore }: z.infer<typeof eventPageSchema>): View {
  return {
    title: 'OpenAI’s audit log',
    parts: [
      {
        part: 'rows',
        columns: ['What happened', 'When', 'Who', 'To what', 'Project'],
        rows: events.map(({ type, at, who, what, project }) => ({
          cells: [type, utcMinute(at), who, what || '–', project ?? '–'],
          actions: [],
        })),
        empty: 'Nothing fits. OpenAI logs only once audit logging was switched on in its dashboard.',
      },
      ...notesFor(ask, hasMore),
    ],
  };
}

export const listAuditLog = declareRead({
  id: operationId('audit-log.list'),
  title: 'Show OpenAI’s audit log',
  summary: 'What OpenAI recorded: who did what, through Countersign or past it.',
  example: '/openai audit-log list --type api_key --since 7d',
  fields,
  callBudget: 1,
  known: z.object({ page: eventPageSchema }),
  need: (ask, have) => {
    if (have.page !== undefined) return [];
    const types = typesIn(ask.input);
    return isRefusal(types) ? types : [read('page', { call: eventsCall(ask, types), keep: keepEventPage })];
  },
  view: (ask, { page }) => view(ask, page),
});

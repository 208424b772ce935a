import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { knownLimit, needLimit } from './limit-state.ts';
import { viewLimit } from './limit-view.ts';
import { projectPlace } from './place.ts';

export const showSpendLimit = declareRead({
  id: operationId('spend-limits.show'),
  title: 'Show a project’s spend limit',
  summary: 'The hard monthly limit of a project, and what was spent of it.',
  example: '/openai spend-limits show search-dev',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } },
  callBudget: 2,
  known: knownLimit,
  need: (ask, have) => needLimit(projectPlace(ask.input.project), have, ask.now),
  view: (ask, have) => viewLimit(projectPlace(ask.input.project), have, ask.now),
});

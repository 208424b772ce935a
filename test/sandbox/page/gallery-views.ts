import type { BlockJson } from '#sandbox/slack/seat.ts';
import { mrkdwn, option, plain } from './block-words.ts';
import { ERIN } from './fake-people.ts';

const GENERATE = option('gen', 'Generate', 'Responses and chat');

/** A form with every input there is; its block ids say what each one is. */
export const FORM_BLOCKS: readonly BlockJson[] = [
  { type: 'section', text: mrkdwn('A second person approves *exactly* what you fill in here.') },
  input('project', 'Project', { type: 'external_select', min_query_length: 0, placeholder: plain('Type to search') }),
  input('purpose', 'What is it for?', {
    type: 'plain_text_input',
    multiline: true,
    min_length: 5,
    max_length: 40,
    placeholder: plain('Reindexing the product catalogue'),
  }),
  input('name', 'Name of the key', { type: 'plain_text_input', initial_value: 'erin-search' }),
  {
    ...input('days', 'Days', { type: 'number_input', min_value: '1', max_value: '90', initial_value: '30' }),
    hint: plain('At most 90.'),
  },
  input('scope', 'Scope', {
    type: 'static_select',
    option_groups: [
      { label: plain('Models'), options: [GENERATE, option('embed', 'Embed')] },
      { label: plain('Files'), options: [option('files', 'Read files')] },
    ],
    initial_option: GENERATE,
  }),
  optional('tags', 'Tags', {
    type: 'multi_static_select',
    options: [option('a', 'Batch'), option('b', 'Interactive'), option('c', 'Evaluation')],
  }),
  input('owner', 'Owner', { type: 'users_select', initial_user: ERIN }),
  optional('start', 'From', { type: 'datepicker', initial_date: '2026-11-24' }),
  optional('at', 'At', { type: 'timepicker' }),
  optional('flags', 'Also', {
    type: 'checkboxes',
    options: [option('tell', 'Tell me in a message'), option('log', 'Write it to the log', 'Always on for production')],
  }),
  input('tier', 'Urgency', {
    type: 'radio_buttons',
    options: [option('normal', 'Normal'), option('soon', 'Today')],
    initial_option: option('normal', 'Normal'),
  }),
  optional('mail', 'Reply to', { type: 'email_text_input' }),
  { type: 'alert', level: 'warning', text: mrkdwn('The key is shown *once*.') },
];

function input(blockId: string, label: string, element: Readonly<Record<string, unknown>>): BlockJson {
  return { type: 'input', block_id: blockId, label: plain(label), element: { action_id: 'value', ...element } };
}

function optional(blockId: string, label: string, element: Readonly<Record<string, unknown>>): BlockJson {
  return { ...input(blockId, label, element), optional: true };
}

export const HOME_BLOCKS: readonly BlockJson[] = [
  { type: 'header', text: plain('Good morning, Erin') },
  {
    type: 'actions',
    block_id: 'home-actions',
    elements: [
      { type: 'button', action_id: 'get-key', style: 'primary', text: plain('Get an API key') },
      { type: 'button', action_id: 'my-keys', text: plain('My keys') },
      { type: 'button', action_id: 'my-requests', text: plain('My requests') },
    ],
  },
  { type: 'divider' },
  { type: 'section', text: mrkdwn('*Waiting for you*\nNothing. :tada:') },
  {
    type: 'section',
    block_id: 'home-key',
    text: mrkdwn('*erin-search*  `…x7Qa`\nsearch-dev · ends in 12 days · last used an hour ago'),
    accessory: {
      type: 'overflow',
      action_id: 'key-menu',
      options: [option('show', 'Show'), option('revoke', 'Revoke…')],
    },
  },
  { type: 'context', elements: [mrkdwn('Everything here needs a second person. `/openai help` says more.')] },
];

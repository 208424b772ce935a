import type { BlockJson } from '#sandbox/slack/seat.ts';
import { mrkdwn, option, plain } from './block-words.ts';
import { BEA, ERIN, HELP } from './fake-people.ts';

export const NOW_SECONDS = Date.UTC(2026, 10, 23, 12, 0, 0) / 1000;

/** Every message block this page draws, one entry a message. */
export const GALLERY_BLOCKS: readonly (readonly BlockJson[])[] = [
  [
    { type: 'header', text: plain('Erin wants a key :key:') },
    {
      type: 'section',
      text: mrkdwn(`<@${ERIN}> asks for a key in *search-dev*, 30 days, _routine_, needs 1 of <!subteam^S0PLATFORM1>.`),
    },
    {
      type: 'section',
      fields: [
        mrkdwn('*Project*\nsearch-dev'),
        mrkdwn('*Owner*\nErin Okafor'),
        mrkdwn('*Lease ends*\nDec 23, 2026'),
        mrkdwn('*Digest*\n`7F3K-9Q`'),
      ],
    },
    {
      type: 'context',
      elements: [
        mrkdwn(`Until <!date^${NOW_SECONDS + 86_400}^{date_short_pretty} at {time}|Tuesday noon>`),
        plain('2 calls'),
        mrkdwn(`in <#${HELP}>`),
      ],
    },
    { type: 'divider' },
    {
      type: 'actions',
      block_id: 'card-actions',
      elements: [
        { type: 'button', action_id: 'approve', text: plain('Approve'), style: 'primary', value: 'r1' },
        { type: 'button', action_id: 'deny', text: plain('Deny'), style: 'danger', value: 'r1' },
        {
          type: 'button',
          action_id: 'details',
          text: plain('Details'),
          value: 'r1',
          accessibility_label: 'Details of the request for search-dev',
        },
        {
          type: 'button',
          action_id: 'cancel',
          text: plain('Cancel request'),
          confirm: {
            title: plain('Cancel this request?'),
            text: mrkdwn('Nothing has been sent. *Erin* can ask again.'),
            confirm: plain('Cancel it'),
            deny: plain('Keep it'),
            style: 'danger',
          },
        },
        {
          type: 'overflow',
          action_id: 'more',
          options: [option('copy', 'Copy link'), option('mute', 'Mute for an hour')],
        },
      ],
    },
  ],
  [
    {
      type: 'section',
      text: mrkdwn(
        'Marks: *bold* _italic_ ~struck~ `code` *_both_* snake_case_stays 2*3*4 :rocket: :no_such_thing: <https://example.com/a?b=1&amp;c=2|a link> https://example.org/path.',
      ),
    },
    {
      type: 'section',
      text: mrkdwn(
        '> quoted once\n&gt; and again\nnot quoted\n```\nexport NAME=value\ncurl https://api.example.com\n```\nafter the code &amp; &lt;escaped&gt;',
      ),
    },
    {
      type: 'section',
      block_id: 'accessory-section',
      text: mrkdwn('A section with a *select* beside it'),
      accessory: {
        type: 'static_select',
        action_id: 'pick',
        placeholder: plain('Choose a window'),
        options: [option('1h', 'One hour'), option('1d', 'One day'), option('1w', 'One week', 'The longest')],
      },
    },
    {
      type: 'section',
      text: mrkdwn('and one with a picture'),
      accessory: { type: 'image', alt_text: 'A bar chart of spend by day', slack_file: { id: 'F0CHART0001' } },
    },
  ],
  [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Rich ' },
            { type: 'text', text: 'bold', style: { bold: true } },
            { type: 'text', text: ', ' },
            { type: 'text', text: 'italic code', style: { italic: true, code: true } },
            { type: 'text', text: ', ' },
            { type: 'link', url: 'https://example.com/', text: 'link' },
            { type: 'text', text: ', ' },
            { type: 'user', user_id: BEA },
            { type: 'text', text: ' ' },
            { type: 'channel', channel_id: HELP },
            { type: 'text', text: ' ' },
            { type: 'usergroup', usergroup_id: 'S0PLATFORM1' },
            { type: 'text', text: ' ' },
            { type: 'emoji', name: 'tada' },
            { type: 'text', text: ' ' },
            { type: 'date', timestamp: NOW_SECONDS, format: '{date_long_pretty}, {time}', fallback: 'today' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'First point' }] },
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'Second point' }] },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          indent: 1,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Numbered below it' }] }],
        },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Quoted words' }] },
        {
          type: 'rich_text_preformatted',
          elements: [
            { type: 'text', text: 'POST /v1/organization/projects/proj_1/service_accounts\n{ "name": "erin-search" }' },
          ],
        },
      ],
    },
  ],
  [
    {
      type: 'table',
      column_settings: [{ is_wrapped: true }, { align: 'right' }, { align: 'center' }],
      rows: [
        [cell('Key'), cell('Calls'), cell('State')],
        [
          cell('erin-search'),
          { type: 'raw_number', value: 1204, text: '1,204' },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'emoji', name: 'large_green_circle' },
                  { type: 'text', text: ' live' },
                ],
              },
            ],
          },
        ],
        [cell('otto-batch'), { type: 'raw_number', value: 88, text: '88' }, cell('ends Friday')],
      ],
    },
    {
      type: 'data_table',
      caption: 'Spend by project',
      page_size: 2,
      rows: [
        [cell('Project'), cell('USD')],
        ...['search-dev', 'search-prod', 'batch', 'research', 'support'].map((name, index) => [
          cell(name),
          { type: 'raw_number', value: index * 17, text: `${index * 17}.00` },
        ]),
      ],
    },
  ],
  [
    {
      type: 'markdown',
      text: '# Heading\n\nSome **bold**, *italic*, ~~gone~~, `code` and a [link](https://example.com).\n\n- one\n- two\n\n1. first\n2. second\n\n> quoted\n\n```\nfenced code\n```\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
    },
    {
      type: 'card',
      block_id: 'card',
      title: mrkdwn('*Lease of erin-search*'),
      subtitle: mrkdwn('search-dev'),
      body: mrkdwn('Ends in 3 days.'),
      actions: [{ type: 'button', action_id: 'renew', text: plain('Renew') }],
    },
    {
      type: 'image',
      title: plain('Spend, last 30 days'),
      alt_text: 'Spend rose from 210 to 480 dollars',
      slack_file: { id: 'F0CHART0001' },
    },
    { type: 'image', alt_text: 'A picture that lives elsewhere', image_url: 'https://example.com/elsewhere.png' },
    { type: 'video', title: plain('Not drawn') },
  ],
  [
    {
      type: 'actions',
      block_id: 'all-actions',
      elements: [
        { type: 'external_select', action_id: 'project', min_query_length: 0, placeholder: plain('Find a project') },
        { type: 'users_select', action_id: 'owner', placeholder: plain('Choose an owner') },
        { type: 'datepicker', action_id: 'day', placeholder: plain('Pick a day'), initial_date: '2026-12-01' },
        { type: 'timepicker', action_id: 'hour', placeholder: plain('Pick a time'), initial_time: '09:30' },
        { type: 'checkboxes', action_id: 'flags', options: [option('prod', 'Production'), option('quiet', 'Quiet')] },
        {
          type: 'radio_buttons',
          action_id: 'tier',
          options: [option('routine', 'Routine'), option('critical', 'Critical')],
        },
      ],
    },
  ],
];

function cell(text: string) {
  return { type: 'raw_text', text };
}

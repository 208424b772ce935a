import { describe, expect, it } from 'vitest';
import type { Surface } from '#sandbox/slack/blocks/check.ts';
import { asMessages, validateBlocks } from '#sandbox/slack/blocks/validate-blocks.ts';

const x = (length: number) => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: x(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: x(length) });
const times = <Made>(count: number, make: (index: number) => Made) =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (value: string, more: object = {}) => ({ text: plain(3), value, ...more });
const options = (count: number) => times(count, (index) => option(`v${index}`));
const groups = (count: number, size = 1) =>
  times(count, (group) => ({ label: plain(5), options: times(size, (index) => option(`${group}-${index}`)) }));
const button = (more: object = {}) => ({ type: 'button', text: plain(5), ...more });
const inActions = (...elements: object[]) => ({ type: 'actions', elements });
const inInput = (element: object, more: object = {}) => ({ type: 'input', label: plain(5), element, ...more });
const accessory = (element: object) => ({ type: 'section', text: plain(5), accessory: element });
const image = (more: object = {}) => ({
  type: 'image',
  alt_text: 'a chart',
  image_url: 'https://example.com/a.png',
  ...more,
});
const confirm = (more: object) => button({ confirm: { text: plain(5), ...more } });
const cells = (count: number) => times(count, () => ({ type: 'raw_text', text: 'x' }));
const textInput = (more: object = {}) => ({ type: 'plain_text_input', ...more });
const select = (more: object = {}) => ({ type: 'static_select', options: options(2), ...more });
const card = (more: object) => ({ type: 'card', title: mrkdwn(5), ...more });

const messages = (block: object, surface: Surface = 'message') => asMessages(validateBlocks(surface, [block]));

/** What is at the limit, what is one beyond it, and what Slack says to that. */
type Limit = readonly [
  name: string,
  make: (size: number) => object,
  limit: number,
  complaint: RegExp,
  surface?: Surface,
];

const limits: readonly Limit[] = [
  [
    'a block_id',
    (size) => ({ type: 'divider', block_id: x(size) }),
    255,
    /less than 256 characters .*\/blocks\/0\/block_id/,
  ],
  ['an action_id', (size) => inActions(button({ action_id: x(size) })), 255, /less than 256 .*elements\/0\/action_id/],
  [
    "a section's plain text",
    (size) => ({ type: 'section', text: plain(size) }),
    3000,
    /less than 3001 .*\/blocks\/0\/text\/text/,
  ],
  ["a section's mrkdwn", (size) => ({ type: 'section', text: mrkdwn(size) }), 3000, /less than 3001/],
  [
    "a section's fields",
    (size) => ({ type: 'section', fields: times(size, () => mrkdwn(1)) }),
    10,
    /no more than 10 items/,
  ],
  [
    "a section's field",
    (size) => ({ type: 'section', fields: [mrkdwn(size)] }),
    2000,
    /less than 2001 .*fields\/0\/text/,
  ],
  ['a header', (size) => ({ type: 'header', text: plain(size) }), 150, /less than 151/],
  [
    'the parts of a context',
    (size) => ({ type: 'context', elements: times(size, () => mrkdwn(1)) }),
    10,
    /no more than 10 items/,
  ],
  [
    'the elements of an actions block',
    (size) => inActions(...times(size, () => button())),
    25,
    /no more than 25 items/,
  ],
  ["a button's text", (size) => inActions(button({ text: plain(size) })), 75, /less than 76/],
  ["a button's value", (size) => inActions(button({ value: x(size) })), 2000, /less than 2001/],
  ["a button's url", (size) => inActions(button({ url: x(size) })), 3000, /less than 3001/],
  ["a button's accessibility label", (size) => inActions(button({ accessibility_label: x(size) })), 75, /less than 76/],
  ["a dialog's title", (size) => inActions(confirm({ title: plain(size) })), 100, /less than 101/],
  ["a dialog's text", (size) => inActions(confirm({ text: mrkdwn(size) })), 300, /less than 301/],
  ["a dialog's confirm button", (size) => inActions(confirm({ confirm: plain(size) })), 30, /less than 31/],
  ["a dialog's deny button", (size) => inActions(confirm({ deny: plain(size) })), 30, /less than 31/],
  ['the options of a menu', (size) => accessory(select({ options: options(size) })), 100, /no more than 100 items/],
  [
    'the groups of a menu',
    (size) => accessory({ type: 'static_select', option_groups: groups(size) }),
    100,
    /no more than 100 items/,
  ],
  [
    'the options of a group',
    (size) => accessory({ type: 'static_select', option_groups: groups(1, size) }),
    100,
    /no more than 100/,
  ],
  [
    "an option's text",
    (size) => accessory(select({ options: [{ text: plain(size), value: 'v' }] })),
    75,
    /less than 76/,
  ],
  ["an option's value", (size) => accessory(select({ options: [option(x(size))] })), 75, /less than 76/],
  [
    "an option's description",
    (size) => accessory(select({ options: [option('v', { description: plain(size) })] })),
    75,
    /less than 76/,
  ],
  [
    "a group's label",
    (size) => accessory({ type: 'static_select', option_groups: [{ label: plain(size), options: options(1) }] }),
    75,
    /less than 76/,
  ],
  ["a menu's placeholder", (size) => accessory(select({ placeholder: plain(size) })), 150, /less than 151/],
  [
    'the options of an overflow menu',
    (size) => inActions({ type: 'overflow', options: options(size) }),
    5,
    /no more than 5 items/,
  ],
  [
    "an overflow option's url",
    (size) => inActions({ type: 'overflow', options: [option('v', { url: x(size) })] }),
    3000,
    /less than 3001/,
  ],
  ['checkboxes', (size) => inActions({ type: 'checkboxes', options: options(size) }), 10, /no more than 10 items/],
  [
    'radio buttons',
    (size) => inActions({ type: 'radio_buttons', options: options(size) }),
    10,
    /no more than 10 items/,
  ],
  ["a picture's alt text", (size) => image({ alt_text: x(size) }), 2000, /less than 2001/],
  ["a picture's url", (size) => image({ image_url: x(size) }), 3000, /less than 3001/],
  ["a picture's title", (size) => image({ title: plain(size) }), 2000, /less than 2001/],
  ["an input's label", (size) => inInput(textInput(), { label: plain(size) }), 2000, /less than 2001/],
  ["an input's hint", (size) => inInput(textInput(), { hint: plain(size) }), 2000, /less than 2001/],
  ["a text field's longest length", (size) => inInput(textInput({ max_length: size })), 3000, /less than 3001/],
  ["a text field's shortest length", (size) => inInput(textInput({ min_length: size })), 3000, /less than 3001/],
  ["a text field's first value", (size) => inInput(textInput({ initial_value: x(size) })), 3000, /less than 3001/],
  ["a text field's placeholder", (size) => inInput(textInput({ placeholder: plain(size) })), 150, /less than 151/],
  ['files to upload', (size) => inInput({ type: 'file_input', max_files: size }), 10, /less than 11/, 'modal'],
  ["a composer's lines", (size) => inInput({ type: 'rich_text_input', max_lines: size }), 100, /less than 101/],
  ['a Markdown block', (size) => ({ type: 'markdown', text: x(size) }), 12_000, /less than 12001/],
  [
    'the rows of a table',
    (size) => ({ type: 'table', rows: times(size, () => cells(2)) }),
    100,
    /no more than 100 items/,
  ],
  ['the columns of a table', (size) => ({ type: 'table', rows: [cells(size)] }), 20, /no more than 20 items/],
  [
    "a table's column settings",
    (size) => ({ type: 'table', rows: [cells(1)], column_settings: times(size, () => ({ align: 'right' })) }),
    20,
    /no more than 20/,
  ],
  [
    'the rows of a data table',
    (size) => ({ type: 'data_table', caption: 'Keys', rows: times(size, () => cells(2)) }),
    101,
    /no more than 101/,
  ],
  [
    'the columns of a data table',
    (size) => ({ type: 'data_table', caption: 'Keys', rows: [cells(size), cells(size)] }),
    20,
    /no more than 20/,
  ],
  [
    "a data table's page",
    (size) => ({ type: 'data_table', caption: 'Keys', rows: [cells(1), cells(1)], page_size: size }),
    100,
    /less than 101/,
  ],
  ["a card's title", (size) => card({ title: mrkdwn(size) }), 150, /less than 151/],
  ["a card's subtitle", (size) => card({ subtitle: mrkdwn(size) }), 150, /less than 151/],
  ["a card's body", (size) => card({ body: mrkdwn(size) }), 200, /less than 201/],
  ["a card's buttons", (size) => card({ actions: times(size, () => button()) }), 3, /no more than 3/],
  ['an alert', (size) => ({ type: 'alert', text: mrkdwn(size) }), 200, /less than 201/, 'modal'],
];

describe('a limit of Slack', () => {
  for (const [name, make, limit, complaint, surface] of limits) {
    it(`${name} is accepted at its limit and refused one beyond`, () => {
      expect(messages(make(limit), surface)).toEqual([]);
      expect(messages(make(limit + 1), surface).join('\n')).toMatch(complaint);
    });
  }

  it.each([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ] as const)('a %s holds %i blocks', (surface, limit) => {
    const dividers = (count: number) => times(count, () => ({ type: 'divider' }));
    expect(validateBlocks(surface, dividers(limit))).toEqual([]);
    expect(asMessages(validateBlocks(surface, dividers(limit + 1)))).toEqual([
      `[ERROR] no more than ${limit} items allowed [json-pointer:/blocks]`,
    ]);
  });
});

describe('something missing or empty', () => {
  it.each([
    ['a section of nothing', { type: 'section' }, 'missing required field: text [json-pointer:/blocks/0]'],
    [
      'an empty text',
      { type: 'section', text: plain(0) },
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['no elements', inActions(), 'must provide at least 1 items [json-pointer:/blocks/0/elements]'],
    [
      'no options',
      accessory(select({ options: [] })),
      'must provide at least 1 items [json-pointer:/blocks/0/accessory/options]',
    ],
    ['a header without text', { type: 'header' }, 'missing required field: text [json-pointer:/blocks/0]'],
    [
      'a picture without words',
      { type: 'image', image_url: 'https://example.com/a.png' },
      'missing required field: alt_text',
    ],
    ['a picture without source', { type: 'image', alt_text: 'a' }, 'must define either `image_url` or `slack_file`'],
    [
      'an input without element',
      { type: 'input', label: plain(3) },
      'missing required field: element [json-pointer:/blocks/0]',
    ],
    ['an option without value', accessory(select({ options: [{ text: plain(3) }] })), 'missing required field: value'],
    [
      'a number field that says not which numbers',
      inInput({ type: 'number_input' }),
      'missing required field: is_decimal_allowed',
    ],
    ['a card of nothing', { type: 'card' }, 'missing required field: title'],
    [
      'a data table without caption',
      { type: 'data_table', rows: [cells(1), cells(1)] },
      'missing required field: caption',
    ],
    [
      'a data table of one row',
      { type: 'data_table', caption: 'Keys', rows: [cells(1)] },
      'must provide at least 2 items',
    ],
    ['a block without type', { text: plain(3) }, 'missing required field: type [json-pointer:/blocks/0]'],
    [
      'a string where an object belongs',
      { type: 'header', text: 'Hello' },
      'must provide an object [json-pointer:/blocks/0/text]',
    ],
  ])('%s is refused', (_name, block, complaint) => {
    expect(messages(block).join('\n')).toContain(complaint);
  });
});

describe('what does not belong', () => {
  it.each([
    ['an unknown block', { type: 'marquee' }, 'unsupported type: marquee [json-pointer:/blocks/0/type]'],
    ['a video', { type: 'video' }, 'unsupported type: video'],
    ['a block called like an object method', { type: 'constructor' }, 'unsupported type: constructor'],
    [
      'an unknown element',
      inActions({ type: 'slider' }),
      'unsupported type: slider [json-pointer:/blocks/0/elements/0/type]',
    ],
    ['a text field among buttons', inActions(textInput()), 'unsupported type: plain_text_input'],
    ['a button as an input', inInput(button()), 'unsupported type: button'],
    [
      'a misspelt field',
      { type: 'divider', blockId: 'a' },
      'invalid additional property: blockId [json-pointer:/blocks/0]',
    ],
    ['mrkdwn in a header', { type: 'header', text: mrkdwn(3) }, 'unsupported type: mrkdwn'],
    ['mrkdwn in a button', inActions(button({ text: mrkdwn(3) })), 'unsupported type: mrkdwn'],
    ['mrkdwn in a menu', accessory(select({ options: [{ text: mrkdwn(3), value: 'v' }] })), 'unsupported type: mrkdwn'],
    [
      'an emoji flag on mrkdwn',
      { type: 'section', text: { ...mrkdwn(3), emoji: true } },
      'invalid additional property: emoji',
    ],
    ['a style that is none', inActions(button({ style: 'loud' })), 'must be a valid enum value'],
    [
      'two sources of one picture',
      image({ slack_file: { id: 'F1' } }),
      'must define either `image_url` or `slack_file`',
    ],
    [
      'options and groups',
      accessory(select({ option_groups: groups(1) })),
      'must define either `options` or `option_groups`',
    ],
    [
      'a first choice that is not offered',
      accessory(select({ initial_option: option('v9') })),
      'must be one of the options',
    ],
    [
      'first boxes that are not offered',
      inActions({ type: 'checkboxes', options: options(1), initial_options: [option('v9')] }),
      'must be one of the options',
    ],
    [
      'two options of one value',
      accessory(select({ options: [option('v'), option('v')] })),
      'option value "v" already exists',
    ],
    [
      'a url in a menu option',
      accessory(select({ options: [option('v', { url: 'https://example.com' })] })),
      'invalid additional property: url',
    ],
    ['a date in words', inActions({ type: 'datepicker', initial_date: 'tomorrow' }), 'must be a date (YYYY-MM-DD)'],
    ['a month too many', inActions({ type: 'datepicker', initial_date: '2026-13-01' }), 'must be a date (YYYY-MM-DD)'],
    ['a time past midnight', inActions({ type: 'timepicker', initial_time: '24:00' }), 'must be a time (HH:mm)'],
    [
      'milliseconds as a moment',
      inActions({ type: 'datetimepicker', initial_date_time: 1_628_633_820_000 }),
      'must be less than',
    ],
    [
      'a shortest length beyond the longest',
      inInput(textInput({ min_length: 5, max_length: 4 })),
      'must not be greater than `max_length`',
    ],
    [
      'a first value beyond the longest',
      inInput(textInput({ initial_value: 'abcde', max_length: 4 })),
      'must not be longer than `max_length`',
    ],
    [
      'a least number beyond the most',
      inInput({ type: 'number_input', is_decimal_allowed: false, min_value: '5', max_value: '4' }),
      'must not be greater than `max_value`',
    ],
    [
      'rows of different length',
      { type: 'data_table', caption: 'Keys', rows: [cells(2), cells(1)] },
      'same number of cells',
    ],
    [
      'rich text in a header row',
      {
        type: 'data_table',
        caption: 'Keys',
        rows: [[{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }], cells(1)],
      },
      'not allowed in the header row',
    ],
    [
      'a rich text style on nothing known',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a', style: { loud: true } }] }],
      },
      'invalid additional property: loud',
    ],
    [
      'a list in a list',
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [{ type: 'rich_text_list', style: 'bullet', elements: [] }],
          },
        ],
      },
      'unsupported type: rich_text_list',
    ],
  ])('%s is refused', (_name, block, complaint) => {
    expect(messages(block).join('\n')).toContain(complaint);
  });

  it.each([
    ['a table', { type: 'table', rows: [cells(1)] }, ['message']],
    ['a Markdown block', { type: 'markdown', text: '# Hello' }, ['message']],
    ['an alert', { type: 'alert', text: plain(3) }, ['modal']],
    ['a field for files', inInput({ type: 'file_input' }), ['modal']],
    ['a section', { type: 'section', text: plain(3) }, ['message', 'modal', 'home']],
  ] as const)('%s is shown only where Slack shows it', (_name, block, surfaces) => {
    const accepted = (['message', 'modal', 'home'] as const).filter((surface) => messages(block, surface).length === 0);
    expect(accepted).toEqual(surfaces);
  });
});

describe('blocks together', () => {
  const problems = (surface: Surface, ...blocks: object[]) => asMessages(validateBlocks(surface, blocks)).join('\n');

  it('two blocks cannot have one block_id', () => {
    const divider = { type: 'divider', block_id: 'a' };
    expect(problems('message', divider, divider)).toBe(
      '[ERROR] `block_id` "a" already exists [json-pointer:/blocks/1/block_id]',
    );
  });

  it('two elements of one block cannot have one action_id, elements of two blocks can', () => {
    const twin = button({ action_id: 'go' });
    expect(problems('message', inActions(twin, twin))).toBe(
      '[ERROR] `action_id` "go" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    );
    expect(problems('message', inActions(twin), inActions(twin))).toBe('');
  });

  it('only one field of a view has the cursor', () => {
    const focused = inInput(textInput({ focus_on_load: true }));
    expect(problems('modal', focused)).toBe('');
    expect(problems('modal', focused, focused)).toContain('only one element can have `focus_on_load`');
  });

  it('a message has one table', () => {
    const table = { type: 'table', rows: [cells(1)] };
    expect(problems('message', table, table)).toContain('only one table');
  });

  it('the Markdown of a message is counted together', () => {
    const half = (length: number) => ({ type: 'markdown', text: x(length) });
    expect(problems('message', half(6000), half(6000))).toBe('');
    expect(problems('message', half(6000), half(6001))).toContain('in total');
  });

  it('says everything that is wrong, each with its place', () => {
    const lines = asMessages(validateBlocks('message', [{ type: 'header', text: plain(151) }, { type: 'nothing' }]));
    expect(lines).toEqual([
      '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
      '[ERROR] unsupported type: nothing [json-pointer:/blocks/1/type]',
    ]);
  });

  it('something that is no list is refused without falling over', () => {
    for (const nonsense of [null, 'blocks', 7, {}, [null], [[]]])
      expect(validateBlocks('message', nonsense).length).toBeGreaterThan(0);
  });
});

import { isRecord, textAt } from '../api/record.ts';

type Block = Readonly<Record<string, unknown>>;

/** How long a text may be, by the kind of what holds it and the field it stands in (Block Kit reference, 2026). */
const textLimits: Readonly<Record<string, number>> = {
  'header.text': 150,
  'section.text': 3000,
  'button.text': 75,
  'input.label': 2000,
  'input.hint': 2000,
  'option.text': 75,
  'option.description': 75,
  'plain_text_input.placeholder': 150,
  'external_select.placeholder': 150,
  'static_select.placeholder': 150,
};

const stringLimits: Readonly<Record<string, number>> = {
  'button.value': 2000,
  'button.accessibility_label': 75,
  'button.action_id': 255,
  'option.value': 75,
  'plain_text_input.initial_value': 3000,
};

/** Lists and how many they hold. */
const listLimits: Readonly<Record<string, readonly [min: number, max: number]>> = {
  'actions.elements': [1, 25],
  'context.elements': [1, 10],
  'section.fields': [1, 10],
  'static_select.options': [1, 100],
  'checkboxes.options': [1, 10],
  'table.rows': [1, 100],
  'rich_text.elements': [1, 1000],
};

/** Cells of one table together (Block Kit reference, "Table block": 10 000 characters). */
const maxTableCharacters = 10_000;

/** Everything in this block that Slack would refuse. */
export function elementProblems(block: Block): readonly string[] {
  return [...walk(block, textAt(block, 'type')), ...tableProblems(block), ...repeatedActions(block)];
}

function walk(node: Block, kind: string): readonly string[] {
  return Object.entries(node).flatMap(([field, value]) => {
    const place = `${kind}.${field}`;
    if (typeof value === 'string') return stringProblems(place, value);
    if (Array.isArray(value)) return [...listProblems(place, value), ...value.flatMap((item) => inside(item, field))];
    return [...textProblems(place, value), ...inside(value, field)];
  });
}

function inside(value: unknown, field: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => inside(item, field));
  if (!isRecord(value)) return [];
  const isOption = field === 'options' || field === 'initial_option' || field === 'initial_options';
  return walk(value, isOption ? 'option' : textAt(value, 'type') || field);
}

function stringProblems(place: string, value: string): readonly string[] {
  const limit = stringLimits[place];
  if (limit !== undefined && value.length > limit) return [`${place} over ${limit}`];
  const mustHoldText =
    place === 'text.text' || place === 'raw_text.text' || place === 'plain_text.text' || place === 'mrkdwn.text';
  if (mustHoldText && value === '') return [`${place} empty`];
  return place === 'mrkdwn.text' && value.length > 3000 ? ['mrkdwn.text over 3000'] : [];
}

function textProblems(place: string, value: unknown): readonly string[] {
  const limit = textLimits[place];
  if (limit === undefined || !isRecord(value)) return [];
  return textAt(value, 'text').length > limit ? [`${place} over ${limit}`] : [];
}

function listProblems(place: string, value: readonly unknown[]): readonly string[] {
  const limit = listLimits[place];
  if (limit === undefined) return [];
  return value.length < limit[0] || value.length > limit[1] ? [`${place} not ${limit[0]} to ${limit[1]}`] : [];
}

function tableProblems(block: Block): readonly string[] {
  if (block['type'] !== 'table' || !Array.isArray(block['rows'])) return [];
  const rows = block['rows'].filter((row): row is unknown[] => Array.isArray(row));
  const characters = rows
    .flat()
    .reduce<number>((sum, cell) => sum + (isRecord(cell) ? textAt(cell, 'text').length : 0), 0);
  return [
    ...(rows.some((row) => row.length === 0 || row.length > 20) ? ['table row not 1 to 20'] : []),
    ...(characters > maxTableCharacters ? [`table over ${maxTableCharacters} characters`] : []),
  ];
}

/** Within one block, two elements with one action id cannot be told apart. */
function repeatedActions(block: Block): readonly string[] {
  const elements = Array.isArray(block['elements']) ? block['elements'].filter(isRecord) : [];
  const ids = elements.map((element) => element['action_id']).filter((id) => id !== undefined);
  return new Set(ids).size === ids.length ? [] : ['action_id twice in a block'];
}

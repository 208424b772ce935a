import { below, both, type Check, complain, list, oneOf, rule, shape, string } from './check.ts';
import { anyText, plainText } from './text.ts';

/** "Are you sure?" before an element acts (Block Kit reference, "Confirmation dialog object"). */
export const confirmDialog: Check = shape({
  required: { text: anyText(300) },
  optional: { title: plainText(100), confirm: plainText(30), deny: plainText(30), style: oneOf('primary', 'danger') },
});

/**
 * One choice. `text` is plain text except in radio buttons and checkboxes; a url exists in overflow menus only. The value
 * may hold 75 characters: the older of two documented limits, so that what passes here passes in either reading.
 */
function option(kind: { text: Check; url?: boolean }): Check {
  return shape({
    required: { text: kind.text, value: string({ min: 1, max: 75 }) },
    optional: { description: kind.text, ...(kind.url === true ? { url: string({ max: 3000 }) } : {}) },
  });
}

export const plainOption: Check = option({ text: plainText(75) });
export const richOption: Check = option({ text: anyText(75) });
export const overflowOption: Check = option({ text: plainText(75), url: true });

const optionGroup: Check = shape({
  required: { label: plainText(75), options: list(plainOption, { min: 1, max: 100 }) },
});

/** The fields of a menu with a fixed list: at most 100 options, or at most 100 groups, never both. */
export const staticOptions = {
  options: list(plainOption, { min: 1, max: 100 }),
  option_groups: list(optionGroup, { min: 1, max: 100 }),
};

export const exactlyOneOptionsField: Check = rule((value, at) => {
  if ((value['options'] === undefined) === (value['option_groups'] === undefined)) {
    complain(at, 'must define either `options` or `option_groups`');
  }
});

/** Two options of one menu with one value could not be told apart when they come back. */
export const distinctValues: Check = rule((value, at) => {
  const options = Array.isArray(value['options']) ? value['options'] : [];
  const seen = new Set<unknown>();
  options.forEach((entry: unknown, index) => {
    const chosen = (entry as { value?: unknown } | null)?.value;
    if (typeof chosen === 'string' && seen.size === seen.add(chosen).size) {
      complain(below(below(at, 'options'), index), `option value "${chosen}" already exists`);
    }
  });
});

/** Initial choices must be among the choices (Block Kit reference: "exactly matches one of the options"). */
const initialAmongOptions: Check = rule((value, at) => {
  const offered = [
    ...entries(value['options']),
    ...entries(value['option_groups']).flatMap((group) => entries(group['options'])),
  ];
  const check = (initial: Readonly<Record<string, unknown>>, place: typeof at) => {
    if (!offered.some((candidate) => candidate['value'] === initial['value']))
      complain(place, 'must be one of the options');
  };
  const single = value['initial_option'];
  if (typeof single === 'object' && single !== null)
    check(single as Record<string, unknown>, below(at, 'initial_option'));
  entries(value['initial_options']).forEach((initial, index) =>
    check(initial, below(below(at, 'initial_options'), index)),
  );
});

/** What every menu with a fixed list obeys. */
export const fixedChoices: Check = both(distinctValues, initialAmongOptions);

function entries(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry !== null) : [];
}

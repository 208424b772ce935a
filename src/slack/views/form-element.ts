import type { ExternalSelect, InputBlockElement, PlainTextInput, PlainTextOption, StaticSelect } from '@slack/types';
import type { Field } from '#operations/field.ts';
import type { Suggestion } from '#workflow/use-cases.ts';
import { cutUnits, plain } from '../blocks/text.ts';
import type { Prefill } from './prefill.ts';

/** Action id of elements that are only filled in, and of those that ask for options while somebody types. */
export const valueAction = 'form.value';
export const suggestAction = 'form.suggest';

/** An option's value may hold 75 characters; one that holds more could not come back whole, so it is not offered. */
export function optionsOf(suggestions: readonly Suggestion[]): PlainTextOption[] {
  return suggestions
    .filter((suggestion) => suggestion.value !== '' && suggestion.value.length <= 75)
    .slice(0, 100)
    .map((suggestion) => ({
      text: plain(suggestion.label),
      value: suggestion.value,
      ...(suggestion.description === '' ? {} : { description: plain(suggestion.description) }),
    }));
}

/** A menu of what a name could have meant. The person picks; nothing is chosen beforehand. */
export function choiceElement(options: PlainTextOption[]): StaticSelect {
  return { type: 'static_select', action_id: valueAction, options, placeholder: plain('Pick one', 150) };
}

function lookup(prefill: Prefill | undefined, placeholder: string): ExternalSelect {
  return {
    type: 'external_select',
    action_id: suggestAction,
    // Zero shows the first ones before anything is typed.
    min_query_length: 0,
    placeholder: plain(placeholder, 150),
    ...(prefill?.kind === 'picked' ? { initial_option: { text: plain(prefill.label), value: prefill.value } } : {}),
  };
}

function typed(
  prefill: Prefill | undefined,
  more: { max: number; multiline?: boolean; example?: string },
): PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: valueAction,
    max_length: more.max,
    multiline: more.multiline ?? false,
    ...(more.example === undefined ? {} : { placeholder: plain(more.example, 150) }),
    ...(prefill?.kind === 'typed' ? { initial_value: cutUnits(prefill.text, more.max) } : {}),
  };
}

/** The element a field is filled in with. */
export function elementOf(field: Field, prefill: Prefill | undefined): InputBlockElement {
  switch (field.kind) {
    case 'project':
      return lookup(prefill, 'Type a part of its name');
    case 'key':
      return lookup(prefill, 'Type a part of its name, project or redacted value');
    case 'user':
      return lookup(prefill, 'Type a part of the name or e-mail address');
    case 'thing':
      return lookup(prefill, `Type a part of the ${field.noun}’s name`);
    case 'money':
      return typed(prefill, { max: 20, example: 'Dollars, for example $250' });
    case 'count':
      return typed(prefill, { max: 20, example: `A number of ${field.unit}` });
    case 'words':
      return typed(prefill, { max: 3000, multiline: true, example: 'Separated by commas' });
    case 'text':
      return typed(prefill, { max: field.max });
    case 'paragraph':
      return typed(prefill, { max: Math.min(field.max, 3000), multiline: true });
    case 'request':
      return typed(prefill, { max: 40, example: 'R-7F3K9QXY' });
    case 'duration':
      return typed(prefill, { max: 20, example: `For example ${field.suggest.join(', ')}` });
    case 'choice': {
      const options = field.options.slice(0, 100).map((option) => ({ text: plain(option.label), value: option.value }));
      const initial = options.find((option) => prefill?.kind === 'picked' && option.value === prefill.value);
      return { ...choiceElement(options), ...(initial === undefined ? {} : { initial_option: initial }) };
    }
    case 'flag': {
      const options = [{ text: plain('Yes'), value: 'yes' }];
      return {
        type: 'checkboxes',
        action_id: valueAction,
        options,
        ...(prefill?.kind === 'ticked' ? { initial_options: options } : {}),
      };
    }
  }
}

/// <reference lib="dom" />
import { asNumber, asObject, asList, asText } from '../blocks/json.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { useField } from './field.ts';
import type { ElementProps } from './field.ts';

const INPUT_TYPES: Readonly<Record<string, string>> = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
};

/** The counter shows once three quarters are used: before that nobody needs it. */
const COUNTER_FROM = 0.75;

export function TextField(props: ElementProps): VNode {
  const { element, labelling } = props;
  const { at, scope, state, attributes, placeholder } = useField(props);
  const value = asText(state['value']);
  const most = asNumber(element['max_length']);
  const next = (event: Event) => ({ type: state.type, value: (event.target as HTMLInputElement).value || null });
  const triggers = asList(asObject(element['dispatch_action_config'])?.['trigger_actions_on']);
  const dispatches = labelling?.dispatches !== false;
  const onEnter = dispatches && (triggers.length === 0 || triggers.includes('on_enter_pressed'));
  const act = (event: Event) => {
    const entered = next(event);
    const choice = { value: entered.value ?? '', label: entered.value ?? '' };
    void scope.act(at, { label: placeholder, choice, state: entered });
  };
  const common = {
    ...attributes,
    class: 'field',
    value,
    placeholder,
    maxlength: most,
    onInput: (event: Event) =>
      dispatches && triggers.includes('on_character_entered') ? act(event) : scope.setState(at, next(event)),
  };
  const counter =
    most !== null &&
    value.length >= most * COUNTER_FROM &&
    html`<span class="field-counter" aria-live="polite">${most - value.length} left</span>`;
  if (element['multiline'] === true)
    return html`<span class="field-holder"><textarea rows="4" ...${common}></textarea>${counter}</span>`;
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !onEnter) return;
    event.preventDefault();
    act(event);
  };
  const isNumber = element['type'] === 'number_input';
  return html`<span class="field-holder">
    <input
      type=${INPUT_TYPES[state.type] ?? 'text'}
      inputmode=${isNumber ? 'decimal' : undefined}
      autocomplete="off"
      onKeyDown=${enter}
      ...${common}
    />
    ${counter}
  </span>`;
}

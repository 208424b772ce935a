import { asObjects, asObject, asText } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';
import { TextObject } from '../blocks/text-object.ts';
import { wordsOf } from '../blocks/json.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { useField } from './field.ts';
import type { ElementProps } from './field.ts';

/** Checkboxes and radio buttons: one group, each option with its own label and description. */
export function ChoiceList(props: ElementProps): VNode {
  const { element, labelling } = props;
  const { at, scope, state, attributes, change } = useField(props);
  const single = element['type'] === 'radio_buttons';
  const chosen = single ? asObjects([asObject(state['selected_option'])]) : asObjects(state['selected_options']);
  const toggle = (option: Json) => {
    const value = asText(option['value']);
    const others = chosen.filter((other) => other['value'] !== value);
    const next = others.length < chosen.length ? others : [...others, option];
    change(single ? { selected_option: option } : { selected_options: next }, {
      value,
      label: wordsOf(option['text']),
    });
  };
  const name = `${scope.id}-${at.blockId}-${at.actionId}`;
  const { id, 'aria-label': ownName, 'aria-describedby': describedBy, ...rest } = attributes;
  return html`<div
    class="choices"
    role=${single ? 'radiogroup' : 'group'}
    id=${id}
    aria-label=${ownName}
    aria-labelledby=${labelling === null ? undefined : `${labelling.fieldId}-label`}
    aria-describedby=${describedBy}
    data-block-id=${at.blockId}
  >
    ${asObjects(element['options']).map((option, index) => {
      const value = asText(option['value']);
      const description = asObject(option['description']);
      return html`<label class="choice" key=${value}>
        <input
          type=${single ? 'radio' : 'checkbox'}
          name=${name}
          value=${value}
          ...${{ ...rest, 'data-first-focus': index === 0 ? rest['data-first-focus'] : undefined, 'aria-required': undefined }}
          checked=${chosen.some((other) => other['value'] === value)}
          onChange=${() => toggle(option)}
        />
        <span class="choice-words">
          <${TextObject} text=${option['text']} />
          ${description !== null && html`<span class="choice-description"><${TextObject} text=${description} /></span>`}
        </span>
      </label>`;
    })}
  </div>`;
}

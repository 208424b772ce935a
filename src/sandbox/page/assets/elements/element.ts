import { asText } from '../blocks/json.ts';
import { SlackImage } from '../blocks/slack-image.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { Button } from './button.ts';
import { ChoiceList } from './choice-list.ts';
import { DateField } from './date-field.ts';
import type { ElementProps } from './field.ts';
import { Overflow } from './overflow.ts';
import { Select } from './select.ts';
import { TextField } from './text-field.ts';

const COMPONENTS: Readonly<Record<string, unknown>> = {
  button: Button,
  overflow: Overflow,
  image: SlackImage,
  static_select: Select,
  multi_static_select: Select,
  external_select: Select,
  multi_external_select: Select,
  users_select: Select,
  multi_users_select: Select,
  channels_select: Select,
  multi_channels_select: Select,
  multi_conversations_select: Select,
  conversations_select: Select,
  checkboxes: ChoiceList,
  radio_buttons: ChoiceList,
  plain_text_input: TextField,
  email_text_input: TextField,
  url_text_input: TextField,
  number_input: TextField,
  datepicker: DateField,
  timepicker: DateField,
  datetimepicker: DateField,
};

/** One interactive element. A type that this page cannot draw is named, never silently left out. */
export function Element(props: ElementProps): VNode {
  const type = asText(props.element['type']);
  const component = COMPONENTS[type];
  if (component === undefined) return html`<span class="unknown-element">This page cannot draw “${type}”.</span>`;
  return html`<${component} ...${props} />`;
}

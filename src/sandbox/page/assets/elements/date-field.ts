/// <reference lib="dom" />
import { asNumber, asText } from '../blocks/json.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { useField } from './field.ts';
import type { ElementProps, Field } from './field.ts';

type Picker = {
  readonly input: 'date' | 'time' | 'datetime-local';
  readonly read: (field: Field) => string;
  readonly write: (text: string) => Readonly<Record<string, unknown>>;
};

const PICKERS: Readonly<Record<string, Picker>> = {
  datepicker: {
    input: 'date',
    read: ({ state }) => asText(state['selected_date']),
    write: (text) => ({ selected_date: text || null }),
  },
  timepicker: {
    input: 'time',
    read: ({ state }) => asText(state['selected_time']),
    write: (text) => ({ selected_time: text || null }),
  },
  datetimepicker: {
    input: 'datetime-local',
    read: ({ state }) => localText(asNumber(state['selected_date_time'])),
    write: (text) => ({ selected_date_time: text === '' ? null : Math.round(new Date(text).getTime() / 1000) }),
  },
};

/** The browser's own pickers: they bring keyboard, locale and touch along. */
export function DateField(props: ElementProps): VNode | null {
  const field = useField(props);
  const picker = PICKERS[field.state.type];
  if (picker === undefined) return null;
  const change = (event: Event) => {
    const text = (event.target as HTMLInputElement).value;
    field.change(picker.write(text), { value: text, label: text });
  };
  return html`<input
    class="field field-date"
    type=${picker.input}
    value=${picker.read(field)}
    ...${field.attributes}
    onChange=${change}
  />`;
}

function localText(seconds: number | null): string {
  if (seconds === null) return '';
  const at = new Date(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

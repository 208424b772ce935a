import { asList, asNumber, asObject, asText } from '../blocks/json.ts';
import { app, useApp } from '../state/app-state.ts';
import type { AppState } from '../state/app-state.ts';
import { Icon } from '../parts/icon.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { api } from '../wire/api.ts';
import { channelChoices, choiceOf, loadedChoice, personChoices, staticChoices } from './choices.ts';
import type { Choice } from './choices.ts';
import { Combobox } from './combobox.ts';
import { useField } from './field.ts';
import type { ElementProps, Field } from './field.ts';
import type { ChoiceSource } from './use-found-choices.ts';

/** Slack's own default for an external select. */
const LEAST_LETTERS = 3;

/** The name of the state's field by kind of select; a multi-select's is the plural. */
const CHOSEN: Readonly<Record<string, string>> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
};

export function Select(props: ElementProps): VNode {
  const field = useField(props);
  const view = useApp((state) => state.view);
  const source = sourceOf(props, field, view);
  const kind = field.state.type.replace(/^multi_/, '');
  const name = CHOSEN[kind] ?? 'selected_option';
  const known = source.kind === 'list' ? source.choices : [];
  const toChoice = (chosen: unknown): Choice => {
    const option = asObject(chosen);
    return option === null ? lookUp(known, asText(chosen)) : choiceOf(option);
  };
  const toState = (choice: Choice): unknown => (name === 'selected_option' ? choice.option : choice.value);
  const common = {
    popupId: `${field.scope.id}-${field.at.blockId}-${field.at.actionId}-list`.replaceAll(/[^\w-]/g, '-'),
    placeholder: field.placeholder || 'Choose…',
    attributes: field.attributes,
    source,
  };
  if (field.state.type.startsWith('multi_')) {
    const chosen = asList(field.state[`${name}s`]).map(toChoice);
    const set = (next: readonly Choice[], last: Choice | undefined) =>
      field.change(
        { [`${name}s`]: next.map(toState) },
        last === undefined ? undefined : { value: last.value, label: last.label },
      );
    return html`<${ManyChoices}
      common=${common}
      chosen=${chosen}
      set=${set}
      most=${asNumber(props.element['max_selected_items'])}
    />`;
  }
  const value = field.state[name];
  const selected = value === null || value === undefined ? null : toChoice(value);
  const choose = (choice: Choice | null) => {
    if (choice === null) field.change({ [name]: null });
    else field.change({ [name]: toState(choice) }, { value: choice.value, label: choice.label });
  };
  return html`<${Combobox}
    ...${common}
    selected=${selected}
    choose=${choose}
    clearable=${props.labelling !== null && !props.labelling.required}
  />`;
}

interface ManyProps {
  readonly common: Readonly<Record<string, unknown>>;
  readonly chosen: readonly Choice[];
  readonly set: (next: readonly Choice[], last: Choice | undefined) => void;
  readonly most: number | null;
}

function ManyChoices({ common, chosen, set, most }: ManyProps): VNode {
  const without = (gone: Choice) =>
    set(
      chosen.filter((choice) => choice.value !== gone.value),
      gone,
    );
  const add = (choice: Choice | null) => {
    if (choice === null || chosen.some((other) => other.value === choice.value)) return;
    if (most === null || chosen.length < most) set([...chosen, choice], choice);
  };
  const removeLast = () => {
    const last = chosen.at(-1);
    if (last !== undefined) without(last);
  };
  return html`<span class="many">
    ${chosen.map(
      (choice) =>
        html`<span class="chip" key=${choice.value}>
          ${choice.label}
          <button
            type="button"
            class="chip-remove"
            aria-label="Remove “${choice.label}”"
            onClick=${() => without(choice)}
          >
            <${Icon} name="close" />
          </button>
        </span>`,
    )}
    <${Combobox} ...${common} selected=${null} choose=${add} clearable=${false} removeLast=${removeLast} />
  </span>`;
}

function lookUp(known: readonly Choice[], value: string): Choice {
  return (
    known.find((choice) => choice.value === value) ?? {
      value,
      label: value,
      description: null,
      group: null,
      option: {},
    }
  );
}

function sourceOf(
  { element, blockId }: ElementProps,
  { scope, at, state }: Field,
  view: AppState['view'],
): ChoiceSource {
  switch (state.type.replace(/^multi_/, '')) {
    case 'users_select':
      return { kind: 'list', choices: personChoices(view.people) };
    case 'channels_select':
      return { kind: 'list', choices: channelChoices(view.channels.filter(({ kind }) => kind !== 'dm')) };
    case 'conversations_select':
      return { kind: 'list', choices: channelChoices(view.channels) };
    case 'external_select': {
      const ask = async (query: string) => {
        const { personId } = app.get();
        const options = await api.options({
          person: personId,
          ask: { place: scope.place, blockId, actionId: at.actionId, query },
        });
        return options.map(loadedChoice);
      };
      return { kind: 'ask', leastLetters: asNumber(element['min_query_length']) ?? LEAST_LETTERS, ask };
    }
    default:
      return { kind: 'list', choices: staticChoices(element) };
  }
}

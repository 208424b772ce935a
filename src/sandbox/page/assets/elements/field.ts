import type { BlockJson } from '../../../slack/seat.ts';
import { wordsOf } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';
import { placeOf, useBlockScope } from '../form/block-scope.ts';
import type { BlockScope, ElementAt } from '../form/block-scope.ts';
import { stateOf } from '../form/element-state.ts';

/** How an `input` block ties its label, hint and error to the element in it. */
export interface Labelling {
  readonly fieldId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  /** False in an input block without `dispatch_action`: then a change is only remembered. */
  readonly dispatches: boolean;
}

export interface ElementProps {
  readonly element: Json;
  readonly blockId: string;
  /** Null outside an input block: then the element dispatches and names itself. */
  readonly labelling: Labelling | null;
}

export interface Field {
  readonly at: ElementAt;
  readonly scope: BlockScope;
  readonly state: BlockJson;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly placeholder: string;
  /** Remembers the new state, and sends it where the element dispatches. */
  readonly change: (state: Json, choice?: { readonly value: string; readonly label: string }) => void;
}

/** What all elements that hold a value have in common. */
export function useField({ element, blockId, labelling }: ElementProps): Field {
  const scope = useBlockScope();
  const at = placeOf(blockId, element);
  const state = stateOf(scope.values, blockId, element);
  const placeholder = wordsOf(element['placeholder']);
  const attributes = {
    id: labelling?.fieldId,
    'data-action-id': at.actionId,
    'data-block-id': at.blockId,
    'data-autofocus': element['focus_on_load'] === true ? 'true' : undefined,
    'data-first-focus': labelling === null ? undefined : 'true',
    'aria-label': labelling === null ? placeholder || at.actionId.replaceAll(/[_.-]/g, ' ') : undefined,
    'aria-describedby': labelling?.describedBy,
    'aria-invalid': labelling?.invalid === true ? 'true' : undefined,
    'aria-required': labelling?.required === true ? 'true' : undefined,
  };
  const change = (chosen: Json, choice?: { readonly value: string; readonly label: string }) => {
    const next = { ...chosen, type: state.type };
    if (labelling !== null && !labelling.dispatches) scope.setState(at, next);
    else void scope.act(at, { label: choice?.label ?? '', state: next, ...(choice === undefined ? {} : { choice }) });
  };
  return { at, scope, state, attributes, placeholder, change };
}

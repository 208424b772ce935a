import type { BlockJson, Click, ClickPlace } from '../../../slack/seat.ts';
import { asText } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';
import { click } from '../state/acts.ts';
import { createContext, useContext, useState } from '../vendor/preact.js';
import { collectState, withState } from './element-state.ts';
import type { FormValues } from './element-state.ts';
import { keepValues, keptValues } from './kept-values.ts';

/** Where a set of blocks stands and what was entered in it. */
export interface BlockScope {
  readonly place: ClickPlace;
  /** Begins every DOM id within, so that two messages with the same block_id do not share one. */
  readonly id: string;
  readonly values: FormValues;
  /** By block_id: from the last submission, or from the client's own check. */
  readonly errors: Readonly<Record<string, string>>;
  setState(at: ElementAt, state: BlockJson): void;
  /** Sends a `block_actions`; the label says which element it was, for whoever watches. */
  act(
    at: ElementAt,
    sent: { readonly label: string; readonly choice?: Click['choice']; readonly state?: BlockJson },
  ): Promise<void>;
}

export interface ElementAt {
  readonly blockId: string;
  readonly actionId: string;
}

const nowhere: BlockScope = {
  place: { in: 'view', viewId: '' },
  id: 'nowhere',
  values: {},
  errors: {},
  setState: () => undefined,
  act: async () => undefined,
};

export const ScopeContext = createContext<BlockScope>(nowhere);

export function useBlockScope(): BlockScope {
  return useContext(ScopeContext);
}

export function placeOf(blockId: string, element: Json): ElementAt {
  return { blockId, actionId: asText(element['action_id']) };
}

/** The scope of one message or view. `blocks` are those on screen now; values of removed ones are not sent. */
export function useScopeOf(place: ClickPlace, blocks: readonly Json[], errors: BlockScope['errors']): BlockScope {
  const id = place.in === 'view' ? place.viewId : `${place.channelId}-${place.ts}`;
  const [, redraw] = useState(0);
  const values = keptValues(id);
  const setState = (at: ElementAt, state: BlockJson) => {
    keepValues(id, withState(keptValues(id), at, state));
    redraw((turn) => turn + 1);
  };
  return {
    place,
    id,
    values,
    errors,
    setState,
    act: async (at, { label, choice, state }) => {
      if (state !== undefined) setState(at, state);
      const sent = {
        place,
        ...at,
        ...(choice === undefined ? {} : { choice }),
        state: collectState(blocks, keptValues(id)),
      };
      await click(sent, label);
    },
  };
}

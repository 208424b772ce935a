import type { Rig } from './face.ts';
import { readable } from './hostile.ts';
import type { DrawnView } from './payloads.ts';

/** The modal that was drawn last, as Slack has it now. */
export function lastView(rig: Rig): DrawnView {
  const call = rig.witness.calls.findLast(
    (each) => each.method === 'views.open' || each.method === 'views.push' || each.method === 'views.update',
  );
  const view = call?.answer['view'] as DrawnView | undefined;
  if (view === undefined)
    throw new Error(`No modal was drawn; the last call was ${JSON.stringify(rig.witness.calls.at(-1))}`);
  return view;
}

export const viewText = (rig: Rig): string => `${lastView(rig).title.text}\n${readable(lastView(rig).blocks)}`;

/** What the person was told privately last. */
export const lastAnswer = (rig: Rig): string => {
  const answer = rig.witness.answers.at(-1);
  return answer === undefined ? '' : `${String(answer['text'])}\n${readable(answer['blocks'])}`;
};

interface DrawnButton {
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
}

/** Every button in blocks. */
export function buttonsIn(value: unknown): readonly DrawnButton[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  const own = node['type'] === 'button' ? [node as unknown as DrawnButton] : [];
  return [...own, ...Object.values(node).flatMap(buttonsIn)];
}

export function buttonNamed(blocks: unknown, label: string): DrawnButton {
  const found = buttonsIn(blocks).find((button) => button.text.text === label);
  if (found === undefined)
    throw new Error(
      `There is no button ${label} among ${buttonsIn(blocks)
        .map((button) => button.text.text)
        .join(', ')}`,
    );
  return found;
}

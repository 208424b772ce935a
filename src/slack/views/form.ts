import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { RequestId } from '#domain/ids.ts';
import { type Field, isLookedUp } from '#operations/field.ts';
import { isAsItComes, type ListWish } from '#operations/lists/list-wish.ts';
import type { Operation } from '#operations/operation.ts';
import type { Problem } from '#workflow/use-cases.ts';
import { linesBlock } from '../blocks/line.ts';
import { cutUnits, paragraph, plain } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import { choiceElement, elementOf, optionsOf, valueAction } from './form-element.ts';
import { modal } from './modal.ts';
import type { Prefill, Prefills } from './prefill.ts';

/** Block ids of a form: a field's carries its name. */
export const fieldBlock = (name: string): string => `f.${name}`;
export const fieldOfBlock = (blockId: string): string | null => (blockId.startsWith('f.') ? blockId.slice(2) : null);
export const reasonBlock = 'reason';
export const whenBlock = 'when';
export const confidentialBlock = 'confidential';

/** As the use cases check it; typed here too, so that the form can stop somebody in time. */
const reasonMax = 500;

export interface FormContent {
  readonly operation: Operation;
  readonly prefills: Prefills;
  readonly problems: readonly Problem[];
  readonly reason: string;
  readonly wish: ListWish;
  /** When it is to be carried out, in words. */
  readonly when?: string;
  /** To be kept from everybody but those who decide. */
  readonly confidential?: boolean;
  /** This person could ask for it confidentially. */
  readonly isConfidentialOffered?: boolean;
  /** The open request that sending this takes the place of. */
  readonly changes?: RequestId | undefined;
}

function initialOf(field: Field): Prefill | undefined {
  if (field.initial === undefined) return undefined;
  if (field.kind === 'choice') return { kind: 'picked', value: field.initial, label: field.initial };
  return field.kind === 'flag' || isLookedUp(field.kind) ? undefined : { kind: 'typed', text: field.initial };
}

function fieldBlocks(name: string, field: Field, content: FormContent): KnownBlock[] {
  const problem = content.problems.find((each) => each.field === name);
  const choices = optionsOf(problem?.choices ?? []);
  const element =
    choices.length > 0 ? choiceElement(choices) : elementOf(field, content.prefills[name] ?? initialOf(field));
  const input: InputBlock = {
    type: 'input',
    block_id: fieldBlock(name),
    label: plain(field.label, 150),
    hint: plain(field.hint, 300),
    optional: !field.required,
    element,
  };
  return problem === undefined
    ? [input]
    : [linesBlock(`p.${name}`, [['⚠ ', { bold: problem.sentence, max: 300 }]]), input];
}

export function reasonInput(reason: string, hint: string = reasonHints.change): InputBlock {
  return {
    type: 'input',
    block_id: reasonBlock,
    label: plain('Why', 150),
    hint: plain(hint, 300),
    element: {
      type: 'plain_text_input',
      action_id: valueAction,
      multiline: true,
      max_length: reasonMax,
      ...(reason === '' ? {} : { initial_value: cutUnits(reason, reasonMax) }),
    },
  };
}

function whenInput(when: string): InputBlock {
  const hint = 'Empty: as soon as it is approved. Or an hour: today 17:00, tomorrow 9:00, 2026-12-01 08:00, in 2h.';
  return {
    type: 'input',
    block_id: whenBlock,
    label: plain('When', 150),
    hint: plain(hint, 300),
    optional: true,
    element: {
      type: 'plain_text_input',
      action_id: valueAction,
      max_length: 40,
      ...(when === '' ? {} : { initial_value: when }),
    },
  };
}

const confidentialField = {
  kind: 'flag',
  label: 'Confidential',
  hint: 'Only you and the people who decide on confidential requests know of it, until some time after it ran.',
  required: false,
} as const;

function confidentialInput(isTicked: boolean): InputBlock {
  const { label, hint } = confidentialField;
  const element = elementOf(confidentialField, isTicked ? { kind: 'ticked' } : undefined);
  return {
    type: 'input',
    block_id: confidentialBlock,
    label: plain(label, 150),
    hint: plain(hint, 300),
    optional: true,
    element,
  };
}

const submits = { read: 'Show', change: 'Preview', stop: 'Do it now' } as const;
const reasonHints = {
  change: 'Approvers read this. It is kept with the request.',
  stop: 'Everybody reads this. It takes effect at once.',
} as const;

/** The form of an operation, made from its fields alone: what was given stands in it already. */
export function formView(pointers: Pointers, content: FormContent): ModalView {
  const { operation, reason, wish, changes } = content;
  const fields = Object.entries(operation.fields).flatMap(([name, field]) => fieldBlocks(name, field, content));
  return modal({
    title: operation.title,
    callbackId: 'form',
    metadata: pointers.seal('form', {
      o: operation.id,
      ...(isAsItComes(wish) ? {} : { w: { ...wish } }),
      ...(changes === undefined ? {} : { c: changes }),
    }),
    submit: submits[operation.kind],
    close: 'Cancel',
    blocks: [
      paragraph(operation.summary),
      ...fields,
      ...(operation.kind === 'read' ? [] : [reasonInput(reason, reasonHints[operation.kind])]),
      ...(operation.kind === 'change' ? [whenInput(content.when ?? '')] : []),
      ...(content.isConfidentialOffered === true ? [confidentialInput(content.confidential === true)] : []),
    ],
  });
}

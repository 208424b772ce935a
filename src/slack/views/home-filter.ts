import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { tiers } from '#domain/tier.ts';
import { type DeskFilter, type DeskWish, deskStandings } from '#approvals/desk-wish.ts';
import type { Desk } from '#workflow/desk-contents.ts';
import { plain } from '../blocks/text.ts';
import type { SubmissionDelivery } from '../delivery.ts';
import { familyPattern, projectPattern, sealWish } from '../home/home-pointer.ts';
import type { Pointers } from '../ids.ts';
import { valueAction } from './form-element.ts';
import { pickedIn } from './form-values.ts';
import { modal } from './modal.ts';

// A select cannot be emptied again in Slack, so that "any" is a choice.
const any = '*';
// Slack's bound of a select's options.
const mostOptions = 100;

interface Choice {
  readonly value: string;
  readonly label: string;
}

const option = ({ value, label }: Choice): PlainTextOption => ({ text: plain(label, 75), value });

function select(name: keyof DeskFilter, label: string, given: { choices: readonly Choice[]; now: string | null }) {
  const options = [{ value: any, label: 'Any' }, ...given.choices].slice(0, mostOptions).map(option);
  const initial = options.find(({ value }) => value === given.now) ?? options[0];
  const block: InputBlock = {
    type: 'input',
    block_id: name,
    label: plain(label),
    optional: true,
    element: {
      type: 'static_select',
      action_id: valueAction,
      options,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
  return block;
}

const asChoices = (words: readonly string[]): readonly Choice[] => words.map((word) => ({ value: word, label: word }));

/** Which of a list's requests somebody wants to see. */
export function homeFilterView(pointers: Pointers, { wish, choices }: Desk): ModalView {
  const { family, project, tier, standing } = wish.filter;
  const projects = choices.projects.map(({ id, name }) => ({ value: id, label: name }));
  return modal({
    title: 'Show only',
    callbackId: 'home.filter',
    metadata: sealWish(pointers, 'home.filter', { ...wish, page: 0 }),
    submit: 'Show',
    blocks: [
      select('family', 'What it is about', { choices: asChoices(choices.families), now: family }),
      select('project', 'Project', { choices: projects, now: project }),
      select('tier', 'How dangerous', { choices: asChoices(tiers.filter((each) => each !== 'read')), now: tier }),
      select('standing', 'How it stands', { choices: asChoices(deskStandings), now: standing }),
    ],
  });
}

const picked = (
  values: SubmissionDelivery['values'],
  name: keyof DeskFilter,
  pattern: RegExp = familyPattern,
): string | null => {
  const value = pickedIn(values, name);
  return pattern.test(value) ? value : null;
};

/** The list that was asked for. Words that are none of ours filter by nothing. */
export function filteredWish(wish: DeskWish, values: SubmissionDelivery['values']): DeskWish {
  const tier = picked(values, 'tier');
  const standing = pickedIn(values, 'standing');
  return {
    ...wish,
    page: 0,
    filter: {
      family: picked(values, 'family'),
      project: picked(values, 'project', projectPattern),
      tier: tiers.find((each) => each === tier) ?? null,
      standing: deskStandings.find((each) => each === standing) ?? null,
    },
  };
}

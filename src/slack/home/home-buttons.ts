import type { ActionsBlock, Button } from '@slack/types';
import { type DeskSection, type DeskWish, everything, isFiltered } from '#approvals/desk-wish.ts';
import type { Desk } from '#workflow/desk-contents.ts';
import type { Pointers } from '../ids.ts';
import { plain } from '../blocks/text.ts';
import { type HomePurpose, sealWish } from './home-pointer.ts';

// As many as the window of Review together holds.
const mostTogether = 10;

interface Turn {
  readonly label: string;
  readonly wish: DeskWish;
  readonly place: number;
  readonly isHere?: boolean;
  readonly purpose?: HomePurpose;
}

/** A button that leads to another part of Home. Action ids must differ within a block; the first keeps the plain name. */
export function turnButton(pointers: Pointers, { label, wish, place, isHere, purpose = 'home.turn' }: Turn): Button {
  return {
    type: 'button',
    action_id: place === 0 ? purpose : `${purpose}.${place + 1}`,
    text: plain(label, 75),
    value: sealWish(pointers, purpose, wish),
    ...(isHere === true ? { style: 'primary' } : {}),
  };
}

const named = (label: string, n: number): string => (n === 0 ? label : `${label} (${n})`);

/** The parts of Home, the one that is shown coloured. */
export function tabs(pointers: Pointers, { wish, counts, findings }: Desk): ActionsBlock {
  const parts: readonly { section: DeskSection; label: string }[] = [
    { section: 'overview', label: 'Overview' },
    { section: 'waiting', label: named('Waiting for me', counts.waiting) },
    ...(counts.aside === 0 ? [] : [{ section: 'set-aside', label: named('Not for me', counts.aside) } as const]),
    { section: 'mine', label: 'Mine' },
    { section: 'decided', label: 'Decided by me' },
    ...(findings === null ? [] : [{ section: 'findings', label: named('Findings', counts.findings) } as const]),
  ];
  const elements = parts.map(({ section, label }, place) =>
    turnButton(pointers, {
      label,
      wish: { section, page: 0, filter: everything },
      place,
      isHere: section === wish.section,
    }),
  );
  return { type: 'actions', block_id: 'home.tabs', elements };
}

/** Several routine requests can be read below each other; whatever is not routine is looked at alone. */
export function reviewButton(pointers: Pointers, { counts }: Desk): ActionsBlock[] {
  if (counts.routine < 2) return [];
  const button: Button = {
    type: 'button',
    action_id: 'home.review',
    text: plain(`Review together (${Math.min(counts.routine, mostTogether)})`, 75),
    value: pointers.seal('home.review', {}),
  };
  return [{ type: 'actions', block_id: 'home.review', elements: [button] }];
}

/** Previous, Next and the filter: what a long list needs, and nothing where there is nothing to do. */
export function listButtons(pointers: Pointers, { wish, pages, total, choices }: Desk): ActionsBlock[] {
  const { page } = wish;
  const turns = [
    ...(page > 0 ? [{ label: 'Previous', wish: { ...wish, page: page - 1 } }] : []),
    ...(page < pages - 1 ? [{ label: 'Next', wish: { ...wish, page: page + 1 } }] : []),
    ...(isFiltered(wish) ? [{ label: 'Show all', wish: { ...wish, page: 0, filter: everything } }] : []),
  ].map((turn, place) => turnButton(pointers, { ...turn, place }));
  const hasMuch = total > 1 || choices.families.length > 1;
  const canFilter = hasMuch && wish.section !== 'findings';
  const filter = canFilter ? [turnButton(pointers, { label: 'Filter', wish, place: 0, purpose: 'home.filter' })] : [];
  const elements = [...turns, ...filter];
  return elements.length === 0 ? [] : [{ type: 'actions', block_id: 'home.list', elements }];
}

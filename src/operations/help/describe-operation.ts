import { flagOf, isLookedUp } from '../field.ts';
import type { Operation } from '../operation.ts';
import { ordinals, takes } from '../operations-page.ts';
import type { Inverse } from '../plan.ts';
import { usualUndo } from './usual-undo.ts';

const undoWords: Readonly<Record<Inverse['verdict'], string>> = {
  exact: 'exactly',
  recreate: 'by making it anew, with a new id',
  partial: 'in part',
  none: 'not at all',
};

function terms(operation: Operation): string {
  if (operation.kind === 'read') return 'A read: changes nothing.';
  if (operation.kind === 'stop') return 'Takes effect at once: it can only stop things.';
  if (operation.redirect !== null)
    return `Tier: ${operation.tier}, or that of the operation it becomes; undone as that one is.`;
  const words = usualUndo(operation.id).map((verdict) => undoWords[verdict]);
  const when = words.length === 1 ? '' : ' (its preview says which)';
  return `Tier: ${operation.tier}. Undone: ${words.join(' or ')}${when}.`;
}

function argumentLines(operation: Operation): readonly string[] {
  return Object.entries(operation.fields).map(([name, field]) => {
    const place = operation.bare.indexOf(name);
    const typed = place < 0 ? `--${flagOf(name)}` : `${ordinals[place] ?? 'last'} word or --${flagOf(name)}`;
    const needed = field.required ? ', required' : '';
    // What is looked up says in its hint how it is named.
    const what = isLookedUp(field.kind) ? '' : `${takes(field)}. `;
    return `• ${field.label} (${typed}${needed}): ${what}${field.hint}`;
  });
}

/** One operation as help shows it, line by line: what it does, how it is typed, how dangerous it is, what it takes and what comes back. */
export function describeOperation(operation: Operation): readonly string[] {
  const { title, summary, example, alias } = operation;
  return [
    title,
    summary,
    alias === null ? example : `${example} (short: ${alias})`,
    terms(operation),
    ...argumentLines(operation),
  ];
}

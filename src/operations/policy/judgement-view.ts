import type { Judgement } from '../memory.ts';
import type { View } from '../view.ts';

/** What the policy says, what that comes to, and below it everything that was looked at. */
export function judgementView({ about, verdict, facts, lines }: Judgement, note: string): View {
  return {
    title: about,
    parts: [
      { part: 'note', text: verdict },
      ...(facts.length === 0 ? [] : [{ part: 'facts' as const, facts }]),
      {
        part: 'rows',
        columns: ['What was looked at', 'Because'],
        rows: lines.map(({ said, because }) => ({ cells: [said, because], actions: [] })),
        empty: 'Nothing.',
      },
      { part: 'note', text: note },
    ],
  };
}

import type { Judgement } from '../memory.ts';
import type { View } from '../view.ts';

/** What the policy says, and below it every reason, as deep as it was looked into. */
export function judgementView({ about, verdict, lines }: Judgement, note: string): View {
  return {
    title: about,
    parts: [
      { part: 'note', text: verdict },
      {
        part: 'rows',
        columns: ['What the policy looked at'],
        rows: lines.map((line) => ({ cells: [line], actions: [] })),
        empty: 'Nothing.',
      },
      { part: 'note', text: note },
    ],
  };
}

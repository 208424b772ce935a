import type { DeskField } from '#workflow/emergency-desk/choose.ts';
import type { DeskOperation } from '#policy/powers-alone.ts';

/** One way to stop something, as the desk offers it. */
export interface DeskWay {
  /** Last word of its address. */
  readonly slug: string;
  readonly operation: DeskOperation;
  readonly title: string;
  readonly does: string;
  /** What has to be picked; null where there is nothing to pick. */
  readonly field: DeskField | null;
  /** What to type to find it. */
  readonly hint: string;
  /** What is known without being picked. */
  readonly words: Readonly<Record<string, string>>;
}

const nothing = { field: null, hint: '', words: {} } as const;
const byKey = {
  field: 'key',
  hint: 'Its name, id or redacted value; or a project’s name, for all its keys. Never paste a key itself.',
  words: {},
} as const;
const byProject = { field: 'project', hint: 'Its name or id.', words: {} } as const;

/** In the order of how narrow they are. */
export const deskWays: readonly DeskWay[] = [
  {
    slug: 'pause',
    operation: 'keys.pause',
    title: 'Pause a key',
    does: 'It may only read until somebody resumes it.',
    ...byKey,
  },
  { slug: 'revoke', operation: 'keys.revoke', title: 'Revoke a key', does: 'It ends at once and for good.', ...byKey },
  {
    slug: 'contain',
    operation: 'projects.contain',
    title: 'Contain a project',
    does: 'All its requests stop. Nothing is deleted.',
    ...byProject,
  },
  {
    slug: 'freeze-person',
    operation: 'freezes.freeze',
    title: 'Freeze a person',
    does: 'Whatever they asked for or approved is held back.',
    field: 'user',
    hint: 'Their name or address at OpenAI.',
    words: { scope: 'person' },
  },
  {
    slug: 'freeze-project',
    operation: 'freezes.freeze',
    title: 'Freeze a project',
    does: 'Countersign changes nothing in it.',
    ...byProject,
    words: { scope: 'project' },
  },
  {
    slug: 'freeze',
    operation: 'freezes.freeze',
    title: 'Freeze everything',
    does: 'Countersign changes nothing until two people thaw it.',
    ...nothing,
    words: { scope: 'all' },
  },
];

export const deskWay = (slug: string): DeskWay | null => deskWays.find((way) => way.slug === slug) ?? null;

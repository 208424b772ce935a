import { count, roughly } from '#domain/instant.ts';

/** How one scene went. */
export interface Took {
  readonly id: string;
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'left-out';
  /** One sentence: what came of it, or why not. */
  readonly says: string;
  readonly request: string | null;
  /** Calls that changed something, and how many of them OpenAI's audit log attributes to our key. */
  readonly calls: number;
  readonly attributed: number;
  readonly tookMs: number;
}

export interface Report {
  readonly passed: boolean;
  readonly project: string;
  readonly scenes: readonly Took[];
}

export const isPassed = (scenes: readonly Took[]): boolean =>
  scenes.every(({ state, calls, attributed }) => state === 'left-out' || (state === 'passed' && attributed === calls));

const marks = { passed: 'ok  ', failed: 'NO  ', 'left-out': '--  ' } as const;

export function sceneLine({ state, title, request, says, tookMs }: Took): string {
  const which = request === null ? '' : ` (${request}, ${roughly(tookMs)})`;
  return `${marks[state]}  ${title}${which}: ${says}`;
}

function attribution(scenes: readonly Took[]): string {
  const calls = scenes.reduce((sum, scene) => sum + scene.calls, 0);
  const missing = scenes.filter((scene) => scene.attributed < scene.calls);
  if (missing.length === 0)
    return `ok    OpenAI’s audit log attributes all ${count(calls, 'change')} to this bot’s key.`;
  return `NO    OpenAI’s audit log does not (yet) show as ours: ${missing.map(({ title }) => title).join(', ')}.`;
}

/** The end of the report, after a line for each scene. */
export function reportLines({ passed, project, scenes }: Report): readonly string[] {
  const left = scenes.filter(({ state }) => state === 'left-out').length;
  return [
    attribution(scenes),
    `The project ${project} is there for the next rehearsal unless it was archived.`,
    passed ? `passed: ${count(scenes.length - left, 'step')}, ${left} left out` : 'NOT passed; see above',
  ];
}

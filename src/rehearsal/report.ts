import { count, minuteMs, roughly, secondMs } from '#domain/instant.ts';

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
  /** False where OpenAI does not show which admin key is ours: then nothing can be attributed. */
  readonly knowsOwnKey: boolean;
  readonly scenes: readonly Took[];
  /** What was made and not taken away, a sentence each. */
  readonly leftOver: readonly string[];
}

export const isPassed = (scenes: readonly Took[]): boolean =>
  scenes.every(({ state, calls, attributed }) => state === 'left-out' || (state === 'passed' && attributed === calls));

const marks = { passed: 'ok  ', failed: 'NO  ', 'left-out': '--  ' } as const;

const spent = (ms: number): string => (ms < minuteMs ? `${Math.max(1, Math.round(ms / secondMs))} s` : roughly(ms));

export function sceneLine({ state, title, request, says, calls, tookMs }: Took): string {
  const which = request === null ? '' : ` (${request}, ${count(calls, 'call')}, ${spent(tookMs)})`;
  return `${marks[state]}  ${title}${which}: ${says}`;
}

function attribution({ scenes, knowsOwnKey }: Report): readonly string[] {
  const calls = scenes.reduce((sum, scene) => sum + scene.calls, 0);
  if (calls === 0) return ['--    Nothing was changed, so there is nothing to look for in OpenAI’s audit log.'];
  if (!knowsOwnKey) {
    return [
      'NO    OpenAI does not show which admin key is this bot’s, so its audit log cannot be read as ours or others’.',
    ];
  }
  const missing = scenes.filter((scene) => scene.attributed < scene.calls);
  if (missing.length === 0) {
    return [
      `ok    OpenAI’s audit log attributes all ${count(calls, 'change')} to this bot’s key, each by an event of its own.`,
    ];
  }
  return missing.map(
    ({ title, calls: sent, attributed }) =>
      `NO    ${title}: OpenAI’s audit log does not (yet) show this as ours; ${attributed} of ${count(sent, 'change')} found.`,
  );
}

function whereabouts({ scenes, project }: Report): string {
  const of = (id: string) => scenes.find((scene) => scene.id === id);
  // One that is left out was there before; under plan-only one passes without a call.
  const made = of('project');
  if (made?.state !== 'left-out' && made?.calls === 0) return 'No project was made.';
  const archive = of('archive');
  if (archive?.state === 'passed' && archive.calls > 0)
    return `The project ${project} is archived; the next rehearsal makes another.`;
  return `The project ${project} is kept for the next rehearsal.`;
}

/** The end of the report, after a line for each scene. */
export function reportLines(report: Report): readonly string[] {
  const left = report.scenes.filter(({ state }) => state === 'left-out').length;
  return [
    ...attribution(report),
    ...report.leftOver.map((sentence) => `LEFT  ${sentence}`),
    whereabouts(report),
    report.passed ? `passed: ${count(report.scenes.length - left, 'step')}, ${left} left out` : 'NOT passed; see above',
  ];
}

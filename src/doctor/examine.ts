import { scrub } from '#domain/raw-key.ts';
import { checks } from './catalogue.ts';
import { type Check, type Checked, fail, type Patient, type Stops } from './check.ts';

export interface Examined {
  readonly id: string;
  readonly title: string;
  readonly checked: Checked;
}

export interface Report {
  readonly checks: readonly Examined[];
  /** What the installation may be trusted with, as the last line says it. */
  readonly readyFor: readonly Stops[];
}

const order: readonly Stops[] = ['reads', 'routine', 'critical'];

/** What stops reads stops everything after it too. */
function readyFor(all: readonly Examined[]): readonly Stops[] {
  const stopped = all.flatMap(({ checked }) => (checked.state === 'fail' ? [order.indexOf(checked.stops)] : []));
  return order.slice(0, Math.min(order.length, ...stopped));
}

/** A check that breaks has found something too: that it could not look. */
async function runOne(check: Check, patient: Patient): Promise<Examined> {
  const { id, title } = check;
  const checked = await check.run(patient).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : 'unknown';
    return fail('critical', `It could not be checked (${scrub(why)}).`, 'Run the doctor again; report it if it stays.');
  });
  return { id, title, checked };
}

/** Looks at everything, one after the other so that OpenAI’s limit is not spent at once. */
export async function examine(patient: Patient): Promise<Report> {
  const all: Examined[] = [];
  for (const check of checks) all.push(await runOne(check, patient));
  return { checks: all, readyFor: readyFor(all) };
}

const marks = { ok: 'ok  ', warn: 'look', fail: 'NO  ' } as const;

/** The report as lines of text; the last says what the installation is ready for. */
export function reportLines({ checks: all, readyFor: ready }: Report): readonly string[] {
  const lines = all.flatMap(({ title, checked }) => {
    const line = `${marks[checked.state]}  ${title}: ${checked.says}`;
    return checked.state === 'ok' ? [line] : [line, `      → ${checked.fix}`];
  });
  return [...lines, `ready for: ${ready.join(' / ') || 'nothing yet'}`];
}

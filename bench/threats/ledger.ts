import { readFileSync } from 'node:fs';

/** One abuse case of the threat model. */
export interface Threat {
  readonly id: string;
  readonly abuse: string;
  readonly control: string;
  /** `later`: it belongs to something that is not built yet, or is no test's to prove; the page says which. */
  readonly due: 'now' | 'later';
}

function threatOf(line: string): Threat {
  const [id = '', abuse = '', control = '', due = '', ...rest] = line.split(',');
  if (!/^[A-G]\d{1,2}$/.test(id) || (due !== 'now' && due !== 'later') || rest.length > 0)
    throw new Error(`Not a line of data/threats.csv (id,abuse,control,now|later): ${line}`);
  return { id, abuse, control, due };
}

export const threats: readonly Threat[] = readFileSync(new URL('../../data/threats.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(threatOf);

/** Ids that a test’s title begins with: `A7, A8 · refuses …`. */
export function idsOf(title: string): readonly string[] {
  return /^([A-G]\d{1,2}(?:, [A-G]\d{1,2})*) · /.exec(title)?.[1]?.split(', ') ?? [];
}

import type { Sight } from '#approvals/attention.ts';
import type { PlannedRequest } from './ports/requests.ts';

/** What an approver must not miss of this plan: its first warning, or else what it touches. */
export function sightOf({ terms, digest }: Pick<PlannedRequest, 'terms' | 'digest'>): Sight {
  const { title, target, warnings, holds } = terms.plan;
  const [warning = holds] = warnings;
  return { target: target.name, digest, danger: `${whole(title)} ${whole(warning)}` };
}

const whole = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

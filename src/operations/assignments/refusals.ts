import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Seat } from './seat.ts';

export function holderGone(seat: Seat): Refusal {
  return refuse('assignments.holder-gone', {
    what: `${seat.name} is not in the organization any more.`,
    rule: 'Only a person or a group that OpenAI still lists can have roles.',
  });
}

/** A role in a project counts only for who is in it. */
export function noAccess(seat: Seat, name: string): Refusal {
  return refuse('assignments.no-access', {
    what: `${name} has no access to ${seat.place.name}.`,
    rule: 'Only who is in a project can have roles in it.',
    whoCan: `Ask first that ${name} is added to ${seat.place.name}.`,
  });
}

import { operationId } from '#domain/ids.ts';
import type { Refusal } from '#domain/refusal.ts';
import { isRefusal } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import { invariant } from '#domain/invariant.ts';
import type { DeskOperation } from '#policy/powers-alone.ts';
import { orFailed } from '../failed.ts';
import { findNear } from '../find-named.ts';
import type { House } from '../house.ts';
import type { Failed, Suggestion } from '../use-cases.ts';
import { refuseForDesk } from '../warrants/at-desk.ts';
import { visitOf } from './visit.ts';

/** What a search at the desk looks for, by the name of the operation’s field. */
export type DeskField = 'key' | 'project' | 'user';

export interface DeskChoice {
  readonly kind: 'choice';
  readonly query: string;
  readonly found: readonly Suggestion[];
}

/** What there is to stop, by a few letters of its name; for whoever may stop it. */
export async function chooseAtDesk(
  house: House,
  ask: {
    readonly token: string;
    readonly operation: DeskOperation;
    readonly field: DeskField | null;
    readonly query: string;
  },
): Promise<DeskChoice | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const visit = await visitOf(house, ask.token);
    if (isRefusal(visit)) return visit;
    const operation = findOperation(operationId(ask.operation));
    invariant(operation !== null, 'The desk is for operations of the catalogue');
    const wanted = { person: visit.person.personId, operation, but: null };
    const no = await refuseForDesk(house.store.read, house, wanted);
    if (no !== null) return no;
    const field = operation.fields[ask.field ?? ''];
    if (field === undefined) return { kind: 'choice', query: ask.query, found: [] };
    const context = { priority: 'click', cause: `person:${visit.person.slackId}` } as const;
    const { exact, near } = await findNear(house, { field, word: ask.query, known: {}, context, person: visit.person });
    const all = [...exact, ...near].map(({ suggestion }) => suggestion);
    const found = [...new Map(all.map((each) => [each.value, each])).values()];
    return { kind: 'choice', query: ask.query, found };
  });
}

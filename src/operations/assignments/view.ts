import type { JsonObject } from '#domain/json.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { HeldRole } from '../objects/role.ts';
import { linesOf } from '../roles/lines.ts';
import type { View, ViewRow } from '../view.ts';
import { isDirect, permissionsOf, saySources, sourcesBeside } from './held.ts';
import type { KnownHolding } from './reads.ts';
import { holderGone, noAccess } from './refusals.ts';
import type { Seat } from './seat.ts';

function rowOf(seat: Seat, role: HeldRole, groups: NonNullable<KnownHolding['groups']>): ViewRow {
  const beside = sourcesBeside(role, seat.id);
  const direct = isDirect(role, seat.id);
  const how = [
    ...(direct ? ['itself'] : []),
    ...(beside.length === 0 ? [] : [`through ${saySources(beside, groups)}`]),
  ];
  const input: JsonObject = { ...seat.input, role: { id: role.id, name: role.name } };
  const take = { label: 'Take away', operation: seat.operations.unassign, input, style: 'danger' } as const;
  return { cells: [role.name, how.join(' and '), role.id], actions: direct ? [take] : [] };
}

/** All roles of one holder in one place, and how it comes to each. */
export function viewHolding(seat: Seat, { holder, held, groups }: KnownHolding): View | Refusal {
  if (holder === null) return holderGone(seat);
  if (held === null) return noAccess(seat, holder.name);
  const permissions = linesOf(permissionsOf(held));
  return {
    title: `Roles of ${holder.name} in ${seat.place.name}`,
    parts: [
      {
        part: 'rows',
        columns: ['Role', 'Has it', 'Id'],
        rows: held.map((role) => rowOf(seat, role, groups ?? [])),
        empty: `${holder.name} has no role here.`,
      },
      ...(permissions.length === 0
        ? []
        : [{ part: 'facts' as const, facts: permissions.map((value) => ({ label: 'May in all', value })) }]),
      {
        part: 'actions',
        actions: [{ label: 'Give a role', operation: seat.operations.assign, input: seat.input, style: 'plain' }],
      },
    ],
  };
}

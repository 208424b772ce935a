import type { FreezeScope } from '#domain/freeze-scope.ts';
import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

/** A stop that one person pulled and that is in force until two thaw it. */
export interface Freeze {
  readonly id: number;
  readonly scope: FreezeScope;
  readonly by: { readonly slackId: SlackUserId; readonly name: string };
  readonly why: string;
  readonly at: Instant;
}

/** What a freeze is compared with: who asked for what where, and who approved it. */
export interface Freezable {
  readonly operation: string;
  readonly projectId: string | null;
  readonly people: readonly PersonId[];
}

/**
 * What whoever froze the house still needs: to end the freeze, and to take away what an intruder may hold. A freeze that names such an
 * operation holds it all the same.
 */
const stillNeeded = new Set(['freezes.freeze', 'freezes.thaw', 'keys.revoke', 'keys.pause', 'projects.contain']);

function holds({ scope }: Freeze, { operation, projectId, people }: Freezable): boolean {
  switch (scope.of) {
    case 'all':
      return !stillNeeded.has(operation);
    case 'project':
      return scope.id === projectId && !stillNeeded.has(operation);
    case 'person':
      return people.includes(scope.person);
    case 'operation':
      return scope.selector === operation || scope.selector === `${operation.split('.')[0] ?? ''}.*`;
  }
}

/** The first freeze that holds this back, or null. */
export function freezeOver(freezes: readonly Freeze[], what: Freezable): Freeze | null {
  return freezes.find((freeze) => holds(freeze, what)) ?? null;
}

import type { PersonId } from './ids.ts';

/** What a freeze stops: everything, what one person asked for or approved, what is in one project, or one operation or family. */
export type FreezeScope =
  | { readonly of: 'all' }
  | { readonly of: 'person'; readonly person: PersonId; readonly name: string }
  | { readonly of: 'project'; readonly id: string; readonly name: string }
  /** `keys.issue` or `keys.*`. */
  | { readonly of: 'operation'; readonly selector: string };

/** What is frozen, as it follows "Frozen: ". */
export function frozenWhat(scope: FreezeScope): string {
  switch (scope.of) {
    case 'all':
      return 'everything';
    case 'person':
      return `whatever ${scope.name} asked for or approved`;
    case 'project':
      return `the project ${scope.name}`;
    case 'operation':
      return scope.selector;
  }
}

/** How a freeze is named: `F-3`. */
export const freezeName = (id: number): string => `F-${id}`;

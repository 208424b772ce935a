/**
 * One change operation's way through the sandbox: asked for in words, approved, carried out, read back, and undone by its inverse.
 * The table-driven scenario runs every journey of every family; a change without one fails it.
 */
export interface Journey {
  readonly operation: string;
  /** What is typed after the verb, as in Slack, without the reason: `search-dev --amount $250`. */
  readonly words: string;
  /** Operations to be carried out first, as `operation` and `words`, where the demo organization lacks what is needed. */
  readonly before?: readonly { readonly operation: string; readonly words: string }[];
  /** What undoing does: nothing can be undone with `none`; `partial` and `recreate` end in something like before. */
  readonly inverse: 'exact' | 'recreate' | 'partial' | 'none';
  /** The operation only asks OpenAI to check something: afterwards everything is as before. */
  readonly changesNothing?: boolean;
  /** Reads the emulated organization and answers what must differ after the change and (for `exact`) be the same again after the undo. */
  readonly look: (get: (path: string) => Promise<unknown>) => Promise<unknown>;
}

/** One channel as Slack describes it. */
export type ChannelSeen =
  | {
      readonly kind: 'seen';
      readonly isMember: boolean;
      readonly isPrivate: boolean;
      readonly isShared: boolean;
      readonly isArchived: boolean;
    }
  | { readonly kind: 'missing'; readonly error: string };

/** Whether what people do in Slack arrives at the bot. `unasked`: nobody has said under which address to look. */
export type Reach =
  | { readonly kind: 'reached'; readonly how: 'Socket Mode' | 'HTTP' }
  | { readonly kind: 'unreached'; readonly how: 'Socket Mode' | 'HTTP'; readonly why: string }
  | { readonly kind: 'unasked' };

/** What Slack says about the installation itself. Only for looking; never throws. */
export interface Workspace {
  /** Null when Slack could not be asked; `scopes` are those the token really has. */
  identity(): Promise<
    | { readonly teamId: string; readonly scopes: readonly string[]; readonly dateMs: number | null }
    | { readonly error: string }
  >;
  channel(id: string): Promise<ChannelSeen>;
  reach(): Promise<Reach>;
}

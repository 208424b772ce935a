/** The permission to open one view, which a person's act gives the app for 3 s. */
export interface Trigger {
  readonly id: string;
  readonly userId: string;
  /** The view the act happened in; views.push works only from one. */
  readonly viewId: string | null;
  readonly mintedAtMonotonicMs: number;
  readonly exchanged: boolean;
}

import type { OperationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';

/** A button that starts another operation with this input. */
export interface ViewAction {
  readonly label: string;
  readonly operation: OperationId;
  readonly input: JsonObject;
  readonly style: 'plain' | 'danger';
}

export interface ViewRow {
  readonly cells: readonly string[];
  readonly actions: readonly ViewAction[];
  /** What was read about it, where somebody takes the list away as a file. Never drawn. */
  readonly record?: JsonObject;
}

export type ViewPart =
  | { readonly part: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly part: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly ViewRow[];
      readonly empty: string;
    }
  | { readonly part: 'note'; readonly text: string }
  /** An address of our own, which opens in a browser. */
  | { readonly part: 'link'; readonly label: string; readonly url: string }
  | { readonly part: 'actions'; readonly actions: readonly ViewAction[] };

/** What a read answers: a small document that Slack, the Home tab and the command line each draw in their own way. Plain text only. */
export interface View {
  readonly title: string;
  readonly parts: readonly ViewPart[];
}

import type { Board } from '../openai/board.ts';
import type { SeatChannel, SeatMessage, SeatOption, SeatOutcome, SeatPerson, SeatView } from '../slack/seat.ts';
import type { PageOptions, TourCast } from './page-options.ts';
import type { Stage } from './stage.ts';

/** The JSON between this server and its browser page. Both sides import these types and nothing else of one another. */

export interface PageConfig {
  readonly mode: Stage['mode'];
  /** As at the start of the page, to choose a first seat from. */
  readonly people: readonly SeatPerson[];
  readonly workspaceName: string;
  readonly commandName: string;
  readonly shortcuts: PageOptions['shortcuts'];
  readonly roles: PageOptions['roles'];
  readonly commandHints: NonNullable<PageOptions['commandHints']>;
  readonly userGroups: NonNullable<PageOptions['userGroups']>;
  readonly tour: TourCast;
}

export interface WireFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly altText: string;
  readonly byteLength: number;
}

export interface WireMessage extends Omit<SeatMessage, 'files'> {
  readonly files: readonly WireFile[];
}

/** Everything one person sees at one moment. */
export interface PageView {
  readonly nowMs: number;
  readonly people: readonly SeatPerson[];
  readonly channels: readonly SeatChannel[];
  readonly modal: SeatView | null;
  readonly home: SeatView | null;
  readonly board: Board;
  /** Empty when no channel was asked for or this person cannot see it. */
  readonly messages: readonly WireMessage[];
  /** The parent is in it, first. Empty when no thread was asked for. */
  readonly thread: readonly WireMessage[];
}

export interface ActAnswer {
  readonly outcome: SeatOutcome;
}

export interface OptionsAnswer {
  readonly options: readonly SeatOption[];
}

/** What a control of the stage did, in sentences. */
export interface ControlAnswer {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** Every answer with a status of 400 or more. */
export interface Refusal {
  readonly error: string;
  readonly message: string;
}

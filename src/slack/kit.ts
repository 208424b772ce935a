import type { Operation } from '#operations/operation.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Reading } from '#workflow/ports/store.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import type { FileDrop } from './api/file-drop.ts';
import type { PrivateAnswers } from './api/response-url.ts';
import type { Screens } from './api/screens.ts';
import type { Mouth } from './api/mouth.ts';
import type { HomeTabs } from './home/home-tabs.ts';
import type { Pointers } from './ids.ts';
import type { Places } from './places.ts';
import type { Refused } from './transport/refused.ts';

/** Everything a handler works with. Handlers decide nothing: they ask a use case and draw what it answers. */
export interface Kit {
  readonly useCases: () => UseCases;
  readonly catalogue: readonly Operation[];
  readonly clock: Clock;
  readonly log: Log;
  readonly read: Pick<Reading, 'messages' | 'questions' | 'desk'>;
  readonly pointers: Pointers;
  readonly screens: Screens;
  readonly answers: PrivateAnswers;
  readonly mouth: Mouth;
  readonly files: FileDrop;
  readonly home: HomeTabs;
  readonly refused: Refused;
  readonly places: Places;
  /** The channel in which decisions are asked for. */
  readonly approvals: () => string;
  readonly forget: { readonly person: (userId: string) => void; readonly group: (id: string) => void };
  readonly commandName: string;
  readonly ackBudgetMs: number;
}

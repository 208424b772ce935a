import type { Clients } from './api/clients.ts';
import { createFileDrop } from './api/file-drop.ts';
import { createMouth } from './api/mouth.ts';
import type { UploadBytes } from './api/pinned-fetch.ts';
import type { PrivateAnswers } from './api/response-url.ts';
import { createScreens } from './api/screens.ts';
import { createHomeTabs } from './home/home-tabs.ts';
import type { Pointers } from './ids.ts';
import type { Kit } from './kit.ts';
import type { KnownPeople } from './people.ts';
import type { Places } from './places.ts';
import type { SlackOptions } from './slack-face.ts';
import type { Refused } from './transport/refused.ts';

/** Slack waits 3 s for an answer to a modal; half of that leaves room for the network. */
const defaultAckBudgetMs = 1500;

export interface KitParts {
  readonly clients: Clients;
  readonly upload: UploadBytes;
  readonly answers: PrivateAnswers;
  readonly pointers: Pointers;
  readonly people: KnownPeople;
  readonly refused: Refused;
  readonly places: Places;
}

/** Puts together what handlers work with. */
export function makeKit(options: SlackOptions, parts: KitParts): Kit {
  const { useCases, catalogue, clock, log, isPractice, commandName } = options;
  const { clients, pointers, upload } = parts;
  const mouth = createMouth(clients.interactive);
  return {
    useCases,
    catalogue,
    clock,
    log,
    read: options.read,
    pointers,
    screens: createScreens(clients, log),
    answers: parts.answers,
    mouth,
    files: createFileDrop({ call: clients.interactive, mouth, upload }),
    home: createHomeTabs({ useCases, catalogue, log, isPractice, pointers, call: clients.background }),
    refused: parts.refused,
    places: parts.places,
    approvals: () => options.channels().approvals,
    forget: { person: (userId) => parts.people.forget(userId), group: (id) => parts.people.forgetGroup(id) },
    commandName,
    ackBudgetMs: options.ackBudgetMs ?? defaultAckBudgetMs,
  };
}

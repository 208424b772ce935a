import type { Operation } from '../operation.ts';
import { listChanges } from './changes.ts';
import { continueRequest } from './continue.ts';
import { listRequests } from './list.ts';
import { showRequest } from './show.ts';
import { undoRequest } from './undo.ts';
import { explainRequest } from './why.ts';

export const requestOperations: readonly Operation[] = [
  listRequests,
  showRequest,
  explainRequest,
  listChanges,
  undoRequest,
  continueRequest,
];

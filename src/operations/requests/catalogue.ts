import type { Operation } from '../operation.ts';
import { listChanges } from './changes.ts';
import { continueRequest } from './continue.ts';
import { listRequests } from './list.ts';
import { showRequest } from './show.ts';
import { undoRequest } from './undo.ts';

export const requestOperations: readonly Operation[] = [
  listRequests,
  showRequest,
  listChanges,
  undoRequest,
  continueRequest,
];

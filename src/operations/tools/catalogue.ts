import type { Operation } from '../operation.ts';
import { setTools } from './set.ts';
import { showTools } from './show.ts';

export const toolOperations: readonly Operation[] = [showTools, setTools];

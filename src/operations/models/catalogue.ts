import type { Operation } from '../operation.ts';
import { resetModels } from './reset.ts';
import { setModels } from './set.ts';
import { showModels } from './show.ts';

export const modelOperations: readonly Operation[] = [showModels, setModels, resetModels];

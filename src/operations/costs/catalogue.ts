import type { Operation } from '../operation.ts';
import { showCosts } from './show.ts';

export const costOperations: readonly Operation[] = [showCosts];

import type { Operation } from '../operation.ts';
import { showUsage } from './show.ts';

export const usageOperations: readonly Operation[] = [showUsage];

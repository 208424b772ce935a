import type { Operation } from '../operation.ts';
import { adoptPolicy } from './adopt.ts';
import { tryPolicy } from './can.ts';
import { diffPolicy } from './diff.ts';
import { showPolicy } from './show.ts';

export const policyOperations: readonly Operation[] = [showPolicy, tryPolicy, diffPolicy, adoptPolicy];

import type { Operation } from '../operation.ts';
import { enrol } from './enrol.ts';
import { listStepUp } from './list.ts';
import { stepUpPage } from './page.ts';
import { reset } from './reset.ts';

export const stepUpOperations: readonly Operation[] = [listStepUp, enrol, stepUpPage, reset];

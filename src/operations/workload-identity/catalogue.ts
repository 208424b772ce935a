import type { Operation } from '../operation.ts';

export const workloadIdentityOperations: readonly Operation[] = [];

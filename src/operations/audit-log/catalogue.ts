import type { Operation } from '../operation.ts';

export const auditLogOperations: readonly Operation[] = [];

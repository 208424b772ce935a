import type { Operation } from '../operation.ts';
import { listAuditLog } from './list.ts';

export const auditLogOperations: readonly Operation[] = [listAuditLog];

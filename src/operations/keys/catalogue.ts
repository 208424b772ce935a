import type { Operation } from '../operation.ts';
import { issueKey } from './issue.ts';
import { limitKey } from './limit.ts';
import { listKeys } from './list.ts';
import { pauseKey } from './pause.ts';
import { replaceKey } from './replace.ts';
import { resumeKey } from './resume.ts';
import { revokeKey } from './revoke.ts';
import { showKey } from './show.ts';

export const keyOperations: readonly Operation[] = [
  issueKey,
  revokeKey,
  replaceKey,
  pauseKey,
  resumeKey,
  limitKey,
  listKeys,
  showKey,
];

import type { Check } from './check.ts';
import { adminKey } from './checks/admin-key.ts';
import { auditLog } from './checks/audit-log.ts';
import { channels } from './checks/channels.ts';
import { clock } from './checks/clock.ts';
import { coverage } from './checks/coverage.ts';
import { database } from './checks/database.ts';
import { desk } from './checks/desk.ts';
import { disk } from './checks/disk.ts';
import { egress } from './checks/egress.ts';
import { keys } from './checks/keys.ts';
import { people } from './checks/people.ts';
import { permissions } from './checks/permissions.ts';
import { policy } from './checks/policy.ts';
import { reach } from './checks/reach.ts';
import { running } from './checks/running.ts';
import { rollout } from './checks/rollout.ts';
import { runtime } from './checks/runtime.ts';
import { slackToken } from './checks/slack-token.ts';
import { stepUp } from './checks/step-up.ts';

/** Every check, in the order in which one would mend things. */
export const checks: readonly Check[] = [
  runtime,
  disk,
  database,
  policy,
  people,
  rollout,
  coverage,
  desk,
  keys,
  stepUp,
  slackToken,
  channels,
  reach,
  adminKey,
  clock,
  permissions,
  auditLog,
  egress,
  running,
];

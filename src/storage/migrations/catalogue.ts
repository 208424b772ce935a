import type { Migration } from 'kysely/migration';
import { requests } from './0001-requests.ts';
import { effects } from './0002-effects.ts';
import { audit } from './0003-audit.ts';
import { messages } from './0004-messages.ts';
import { directory } from './0005-directory.ts';
import { watch } from './0006-watch.ts';
import { meta } from './0007-meta.ts';
import { things } from './0008-things.ts';
import { freezes } from './0009-freezes.ts';
import { follows } from './0010-follows.ts';
import { policies } from './0011-policies.ts';
import { stepUp } from './0012-step-up.ts';
import { safeguards } from './0013-safeguards.ts';
import { asks } from './0013b-asks.ts';
import { people } from './0014-people.ts';
import { between } from './0015-between.ts';
import { suggestions } from './0015b-suggestions.ts';
import { powers } from './0016-powers.ts';
import { desk } from './0017-desk.ts';
import { confidential } from './0018-confidential.ts';
import { rollout } from './0019-rollout.ts';
import { asking } from './0020-asking.ts';
import { standings } from './0021-standings.ts';
import { hostAsks } from './0022-host-asks.ts';
import { peopleLists } from './0023-people-lists.ts';
import { orderRefusals } from './0024-order-refusals.ts';

/**
 * Every step from an empty file to today's tables, run in the order of their names. Forward only: a step that has left this house is never
 * edited, the next one corrects it.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-requests': requests,
  '0002-effects': effects,
  '0003-audit': audit,
  '0004-messages': messages,
  '0005-directory': directory,
  '0006-watch': watch,
  '0007-meta': meta,
  '0008-things': things,
  '0009-freezes': freezes,
  '0010-follows': follows,
  '0011-policies': policies,
  '0012-step-up': stepUp,
  '0013-safeguards': safeguards,
  '0013b-asks': asks,
  '0014-people': people,
  '0015-between': between,
  '0015b-suggestions': suggestions,
  '0016-powers': powers,
  '0017-desk': desk,
  '0018-confidential': confidential,
  '0019-rollout': rollout,
  '0020-asking': asking,
  '0021-standings': standings,
  '0022-host-asks': hostAsks,
  '0023-people-lists': peopleLists,
  '0024-order-refusals': orderRefusals,
};

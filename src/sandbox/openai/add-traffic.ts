import { locateAnyKey } from './locate.ts';
import type { Organization } from './organization.ts';
import { ownerIdOf } from './plant/traffic.ts';
import type { UsageKind } from './records/traffic.ts';

/** A stream of requests with a project's key, to make a chart move or a limit bite. */
export interface TrafficWish {
  readonly keyId: string;
  /** `completions` if left out. */
  readonly kind?: UsageKind;
  /** `gpt-6-astra` if left out. */
  readonly model?: string;
  /** The same in every hour. */
  readonly requestsPerHour: number;
  readonly fromMs: number;
  /** Goes on if left out. */
  readonly untilMs?: number;
}

/** Adds a stream beside those of the seed. Throws when there is no such key. */
export function addTraffic(organization: Organization, wish: TrafficWish): void {
  const { keyId, kind = 'completions', model = 'gpt-6-astra', requestsPerHour, fromMs, untilMs } = wish;
  // Not random: the size of its requests follows from it.
  const id = `${keyId} ${organization.traffic.size}`;
  organization.traffic.set(id, {
    id,
    projectId: locateAnyKey(organization, keyId).projectId,
    apiKeyId: keyId,
    userId: ownerIdOf(organization, keyId),
    kind,
    model,
    level: requestsPerHour,
    rhythm: 'even',
    fromSec: Math.floor(fromMs / 1000),
    untilSec: untilMs === undefined ? null : Math.floor(untilMs / 1000),
    dimensions: {},
  });
}

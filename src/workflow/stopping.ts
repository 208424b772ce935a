import type { JsonObject } from '#domain/json.ts';
import type { Stop } from '#operations/act.ts';
import type { Requester } from '#operations/operation.ts';

/** Who stops what, why, and through which door. */
export interface Stopping<S extends Stop = Stop> {
  readonly stop: S;
  readonly person: Pick<Requester, 'slackId' | 'name'>;
  readonly why: string;
  readonly via: string;
  /** What this person proved their presence with, as the entry keeps it; left out where Slack alone vouches for them. */
  readonly proven?: JsonObject;
}

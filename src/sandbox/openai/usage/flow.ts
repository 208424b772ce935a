import type { Organization } from '../organization.ts';
import type { Traffic } from '../records/traffic.ts';
import type { Dimension } from './kinds.ts';

/** Every stream, each ending with its key's life. */
export function flowOf({ traffic, projectKeys }: Organization): readonly Traffic[] {
  return [...traffic.values()].map((stream) => {
    const expiresAtSec = projectKeys.get(stream.apiKeyId ?? '')?.expiresAtSec ?? null;
    const ends = [stream.untilSec, expiresAtSec].filter((end) => end !== null);
    return ends.length === 0 ? stream : { ...stream, untilSec: Math.min(...ends) };
  });
}

/** What a stream's rows say under each dimension; null where it says nothing. */
export function valueOf(traffic: Traffic, dimension: Dimension): string | boolean | null {
  switch (dimension) {
    case 'project_id':
      return traffic.projectId;
    case 'user_id':
      return traffic.userId;
    case 'api_key_id':
      return traffic.apiKeyId;
    case 'model':
      return traffic.model;
    case 'batch':
      return traffic.dimensions['batch'] ?? false;
    case 'service_tier':
      return traffic.dimensions['service_tier'] ?? 'default';
    case 'api_source':
      return traffic.dimensions['api_source'] ?? 'unlabeled';
    case 'size':
    case 'source':
    case 'vector_store_id':
    case 'context_level':
      return traffic.dimensions[dimension] ?? null;
  }
}

import { shortRequestId } from '#domain/ids.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Sight } from '../ports/sight.ts';
import { type Candidate, type FoundNamed, match } from './match.ts';

function requestCandidate(record: PlannedRequest): Candidate {
  const { id, plan, requester } = record.terms;
  return {
    value: id,
    suggestion: {
      value: id,
      label: `${shortRequestId(id)} · ${plan.title}`,
      description: `${requester.name} · ${record.state}`,
    },
    names: [id, shortRequestId(id), id.slice(-8)].map((name) => name.toLowerCase()),
    search: `${shortRequestId(id)} ${plan.title} ${requester.name}`,
  };
}

const RECENT_REQUESTS = 100;

export async function findRequests({ requests }: Sight, word: string): Promise<FoundNamed> {
  const suffix = word.trim().toUpperCase().replace(/^R-/, '').slice(-8);
  const named = suffix.length === 8 ? await requests.findByShortId(suffix) : [];
  const recent = await requests.list({ limit: RECENT_REQUESTS });
  const records = new Map(
    [...named, ...recent].filter((record) => record.state !== 'draft').map((record) => [record.terms.id, record]),
  );
  return match([...records.values()].map(requestCandidate), word);
}

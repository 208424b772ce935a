import type { Button } from '@slack/types';
import type { Relation } from '#domain/follows.ts';
import { operationId, shortRequestId } from '#domain/ids.ts';
import type { ViewAction } from '#operations/view.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { standingFollower } from './following.ts';
import type { Pointers } from '../ids.ts';
import { startButtons } from './buttons.ts';

/** What can be asked for next, now that a request has ended; each is a request of its own with its own approval. */
function leadsOf(picture: RequestPicture): readonly ViewAction[] {
  const { record, isReplaceable } = picture;
  const { plan, id } = record.terms;
  const input = { request: id };
  const isTaken = (as: Relation): boolean => standingFollower(picture, as) !== null;
  const undo = (label: string): readonly ViewAction[] =>
    plan.inverse.verdict === 'none' || isTaken('undoes')
      ? []
      : [{ label, operation: operationId('requests.undo'), input, style: 'danger' }];
  switch (record.state) {
    case 'succeeded':
      if (plan.operation !== 'keys.revoke') return undo('Undo');
      return isReplaceable && !isTaken('replaces')
        ? [{ label: 'This broke something: replace', operation: operationId('keys.replace'), input, style: 'plain' }]
        : [];
    case 'partial':
      return [
        ...(isTaken('continues')
          ? []
          : [{ label: 'Continue', operation: operationId('requests.continue'), input, style: 'plain' } as const]),
        ...undo('Undo what happened'),
      ];
    case 'failed':
      return plan.alternative === null ? [] : [{ ...plan.alternative, style: 'plain' }];
    case 'draft':
    case 'pending':
    case 'approved':
    case 'waiting':
    case 'executing':
    case 'unknown':
    case 'needs_human':
    case 'simulated':
    case 'stale':
    case 'denied':
    case 'cancelled':
    case 'expired':
      return [];
  }
}

export const leadOnButtons = (pointers: Pointers, picture: RequestPicture): readonly Button[] =>
  startButtons(pointers, leadsOf(picture), shortRequestId(picture.record.terms.id));

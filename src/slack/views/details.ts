import type { ModalView } from '@slack/types';
import type { RequestPicture } from '#workflow/picture.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import { part } from '../blocks/part.ts';
import { planDetails, planLead } from '../blocks/plan-document.ts';
import { modal } from './modal.ts';

/** Everything there is to know of a request: plan, decisions, what was sent. */
export function detailsView(picture: RequestPicture): ModalView {
  const { record, decisions, effects } = picture;
  const decided = decisions.map((decision): Line => {
    const verb = decision.kind === 'approve' ? ' approved ' : ' denied ';
    const comment: Line = decision.comment === '' ? [] : [': ', { said: decision.comment, max: 300 }];
    return [
      { said: decision.name, max: 80 },
      ' (',
      { user: decision.slackId },
      ')',
      verb,
      { at: decision.at },
      ...comment,
    ];
  });
  const done = effects.map((effect): Line => [
    `${effect.part} `,
    { code: effect.stepId, max: 60 },
    ` · ${effect.status} · attempt ${effect.attempt} · `,
    { at: effect.settledAt ?? effect.startedAt },
  ]);
  const digest: Line = ['Digest ', { code: record.digest, max: 64 }, ' · request ', { code: record.terms.id, max: 40 }];
  return modal({
    title: 'Details',
    blocks: [
      ...planLead(picture),
      ...part({ id: 'details.decisions', title: 'Decisions', lines: decided }),
      ...part({ id: 'details.effects', title: 'What was sent', lines: done }),
      ...planDetails(picture),
      linesBlock('details.digest', [
        digest,
        [
          'Rule ',
          { code: record.terms.rule, max: 100 },
          ' of policy ',
          { code: record.terms.policyDigest.slice(0, 12) },
        ],
      ]),
    ],
  });
}

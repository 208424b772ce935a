import type { ModalView } from '@slack/types';
import type { RequestPicture } from '#workflow/picture.ts';
import { bulletsBlock, type Line, linesBlock } from '../blocks/line.ts';
import { planDocument } from '../blocks/plan-document.ts';
import { stateLine } from '../blocks/state-line.ts';
import { modal } from './modal.ts';

/** A request with every attempt of every step has far fewer; what is beyond stands in the audit chain. */
const maxLines = 60;

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
  const done = effects
    .slice(0, maxLines)
    .map((effect): Line => [
      `${effect.part} `,
      { code: effect.stepId, max: 60 },
      ` · ${effect.status} · attempt ${effect.attempt} · `,
      { at: effect.settledAt ?? effect.startedAt },
    ]);
  const digest: Line = ['Digest ', { code: record.digest, max: 64 }, ' · request ', { code: record.terms.id, max: 40 }];
  const part = (id: string, title: string, lines: readonly Line[]) =>
    lines.length === 0 ? [] : [linesBlock(`${id}.title`, [[{ bold: title }]]), bulletsBlock(id, lines)];
  return modal({
    title: 'Details',
    blocks: [
      linesBlock('details.state', [stateLine(picture)]),
      ...planDocument(picture),
      ...part('details.decisions', 'Decisions', decided),
      ...part('details.effects', 'What was sent', done),
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

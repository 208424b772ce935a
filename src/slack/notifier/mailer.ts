import { z } from 'zod';
import { isRequestId, requestId, type RequestId } from '#domain/ids.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Delivered, Mailer } from '#workflow/ports/mailer.ts';
import type { OutboxRow } from '#workflow/ports/outbox.ts';
import type { Reading } from '#workflow/ports/store.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import type { Mouth } from '../api/mouth.ts';
import { drawCard } from '../blocks/card.ts';
import { drawFinding, drawNotice, drawRefusals } from '../blocks/notices.ts';
import { drawRequesterDm } from '../blocks/requester-dm.ts';
import type { Pointers } from '../ids.ts';
import { cardKey, type Channels, dmKey } from '../slack-face.ts';
import { createPace } from './pace.ts';
import { keepUpToDate, type Pen, post } from './post.ts';
import { createStoryTeller } from './tell-story.ts';

export interface MailerOptions {
  readonly mouth: Mouth;
  readonly read: Pick<Reading, 'messages' | 'audit' | 'watch'>;
  readonly useCases: () => UseCases;
  readonly channels: () => Channels;
  readonly pointers: Pointers;
  readonly clock: Clock;
  readonly log: Log;
}

const ofRequest = z.object({ requestId: z.string().refine(isRequestId) });
const ofFinding = z.object({ findingId: z.number() });
const ofRefusals = z.object({
  lines: z.array(z.object({ who: z.string(), via: z.string(), code: z.string(), rule: z.string(), count: z.number() })),
  more: z.number().default(0),
});
const ofNotice = z.object({ text: z.string(), channel: z.string().nullish() });

const broken: Delivered = { kind: 'failed', why: 'The row names nothing that can be drawn', canRetry: false };

/** Draws outbox rows from the record as it stands, and puts them into Slack. The only way to a message that stays. */
export function createMailer(options: MailerOptions): Mailer {
  const { pointers, channels, read } = options;
  const pen: Pen = { mouth: options.mouth, pace: createPace(options.clock), messages: read.messages };
  const tellStory = createStoryTeller({ pen, audit: read.audit });

  const withPicture = async (
    row: OutboxRow,
    deliver: (picture: RequestPicture, id: RequestId) => Promise<Delivered>,
  ): Promise<Delivered> => {
    const parsed = ofRequest.safeParse(row.payload);
    const id = parsed.success ? requestId(parsed.data.requestId) : null;
    const picture = id === null ? null : await options.useCases().picture(id);
    return id === null || picture === null ? broken : deliver(picture, id);
  };

  const deliver = async (row: OutboxRow): Promise<Delivered> => {
    switch (row.kind) {
      case 'card':
        return withPicture(row, (picture, id) =>
          keepUpToDate(
            pen,
            { channel: channels().approvals },
            { message: drawCard(pointers, picture), about: { request: id }, key: cardKey(id) },
          ),
        );
      case 'requester-dm':
        return withPicture(row, (picture, id) => {
          const channel = picture.record.terms.requester.slackId;
          return keepUpToDate(
            pen,
            { channel },
            { message: drawRequesterDm(pointers, picture), about: { request: id }, key: dmKey(id) },
          );
        });
      case 'story':
        return withPicture(row, (picture) => tellStory(channels().audit, picture));
      case 'alert': {
        const parsed = ofFinding.safeParse(row.payload);
        const finding = parsed.success ? await read.watch.finding(parsed.data.findingId) : null;
        if (finding === null) return broken;
        return post(
          pen,
          { channel: channels().alerts },
          { message: drawFinding(finding), about: { finding: String(finding.id) }, key: null },
        );
      }
      case 'refusals': {
        const parsed = ofRefusals.safeParse(row.payload);
        if (!parsed.success) return broken;
        const { lines, more } = parsed.data;
        return post(
          pen,
          { channel: channels().audit },
          { message: drawRefusals(lines, more), about: { kind: 'refusals' }, key: null },
        );
      }
      case 'notice': {
        const parsed = ofNotice.safeParse(row.payload);
        if (!parsed.success) return broken;
        const channel = parsed.data.channel ?? channels().alerts;
        return post(pen, { channel }, { message: drawNotice(parsed.data.text), about: { kind: 'notice' }, key: null });
      }
    }
  };

  return {
    deliver: (row) =>
      deliver(row).catch((error: unknown): Delivered => {
        options.log.error(
          { error: error instanceof Error ? error.message : 'unknown', kind: row.kind },
          'A message could not be drawn',
        );
        return { kind: 'failed', why: 'It could not be drawn', canRetry: true };
      }),
  };
}

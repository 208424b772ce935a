import { z } from 'zod';
import { isHidden } from '#approvals/confidential.ts';
import { hourMs } from '#domain/instant.ts';
import { isRequestId, requestId, slackUserId } from '#domain/ids.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Delivered, Mailer } from '#workflow/ports/mailer.ts';
import type { OutboxRow } from '#workflow/ports/outbox.ts';
import type { Reading } from '#workflow/ports/store.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import type { Mouth } from '../api/mouth.ts';
import { drawCard } from '../blocks/card.ts';
import { drawBlank, drawConfidantCard } from '../blocks/confidential.ts';
import { drawFounding } from '../blocks/founding-card.ts';
import { drawFinding, drawNotice, drawRefusals } from '../blocks/notices.ts';
import { drawOwnerDm } from '../blocks/owner-dm.ts';
import { drawQuestionDm } from '../blocks/question-dm.ts';
import { drawSuggestionDm } from '../blocks/suggestion-dm.ts';
import { drawRequesterDm } from '../blocks/requester-dm.ts';
import type { Pointers } from '../ids.ts';
import type { Channels } from '../slack-face.ts';
import {
  cardKey,
  confidantKey,
  dmKey,
  foundingKey,
  ownerKey,
  questionKey,
  suggestionKey,
} from '#workflow/ports/messages.ts';
import { deliverReminder } from './deliver-reminder.ts';
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

/** What a row is delivered with. */
interface Desk extends MailerOptions {
  readonly pen: Pen;
  readonly tellStory: ReturnType<typeof createStoryTeller>;
}

type Deliver = (desk: Desk, row: OutboxRow) => Promise<Delivered>;

const broken: Delivered = { kind: 'failed', why: 'The row names nothing that can be drawn', canRetry: false };

const ofRequest = z.object({ requestId: z.string().refine(isRequestId) });

/** For rows about a request: draws it as it stands now, whatever it was when the row was written. */
function aboutRequest(deliver: (desk: Desk, picture: RequestPicture) => Promise<Delivered>): Deliver {
  return async (desk, row) => {
    const parsed = ofRequest.safeParse(row.payload);
    const picture = parsed.success ? await desk.useCases().picture(requestId(parsed.data.requestId)) : null;
    return picture === null ? broken : deliver(desk, picture);
  };
}

const deliverCard = aboutRequest((desk, picture) => {
  const { id } = picture.record.terms;
  const isBlank = isHidden(picture.record, desk.clock.now());
  const message = isBlank ? drawBlank(picture, 'card') : drawCard(desk.pointers, picture);
  const letter = { message, about: { request: id }, key: cardKey(id) };
  return keepUpToDate(desk.pen, { channel: desk.channels().approvals }, letter);
});

const ofConfidant = ofRequest.extend({ to: z.string() });

const deliverConfidantCard: Deliver = async (desk, row) => {
  const parsed = ofConfidant.safeParse(row.payload);
  const picture = parsed.success ? await desk.useCases().picture(requestId(parsed.data.requestId)) : null;
  if (!parsed.success || picture === null) return broken;
  const { id } = picture.record.terms;
  const to = slackUserId(parsed.data.to);
  const letter = {
    message: drawConfidantCard(desk.pointers, picture),
    about: { request: id },
    key: confidantKey(id, to),
  };
  return keepUpToDate(desk.pen, { channel: to }, letter);
};

const deliverRequesterDm = aboutRequest(async (desk, picture) => {
  const { id, requester } = picture.record.terms;
  const wait = picture.record.state === 'pending' ? await desk.useCases().wait(id) : null;
  const letter = { message: drawRequesterDm(desk.pointers, picture, wait), about: { request: id }, key: dmKey(id) };
  return keepUpToDate(desk.pen, { channel: requester.slackId }, letter);
});

const ofOwner = ofRequest.extend({ owner: z.string(), keyId: z.string(), name: z.string(), projectName: z.string() });

const deliverOwnerDm: Deliver = async (desk, row) => {
  const parsed = ofOwner.safeParse(row.payload);
  if (!parsed.success) return broken;
  const { requestId: id, keyId, owner, ...ended } = parsed.data;
  const picture = await desk.useCases().picture(requestId(id));
  if (picture === null) return broken;
  // It may have ended later than was thought when the row was written.
  if (isHidden(picture.record, desk.clock.now())) return { kind: 'busy', afterMs: hourMs };
  const letter = {
    message: drawOwnerDm(desk.pointers, picture, ended),
    about: { request: id },
    key: ownerKey(requestId(id), keyId),
  };
  return keepUpToDate(desk.pen, { channel: owner }, letter);
};

const ofQuestion = ofRequest.extend({ question: z.int() });

const deliverQuestion: Deliver = async (desk, row) => {
  const parsed = ofQuestion.safeParse(row.payload);
  if (!parsed.success) return broken;
  const id = requestId(parsed.data.requestId);
  const picture = await desk.useCases().picture(id);
  const question = picture?.questions.find((each) => each.id === parsed.data.question);
  if (picture === null || question === undefined) return broken;
  const message = drawQuestionDm(desk.pointers, picture, question);
  const letter = { message, about: { request: id }, key: questionKey(id, question.id) };
  return keepUpToDate(desk.pen, { channel: picture.record.terms.requester.slackId }, letter);
};

const ofSuggestion = ofRequest.extend({ suggestion: z.int() });

const deliverSuggestion: Deliver = async (desk, row) => {
  const parsed = ofSuggestion.safeParse(row.payload);
  if (!parsed.success) return broken;
  const id = requestId(parsed.data.requestId);
  const picture = await desk.useCases().picture(id);
  const suggestion = picture?.suggestions.find((each) => each.id === parsed.data.suggestion);
  if (picture === null || suggestion === undefined) return broken;
  const message = drawSuggestionDm(desk.pointers, picture, suggestion);
  const letter = { message, about: { request: id }, key: suggestionKey(id, suggestion.id) };
  return keepUpToDate(desk.pen, { channel: picture.record.terms.requester.slackId }, letter);
};

/** Of something hidden only that there was something; what it was is told by a row of its own, at its time. */
const deliverStory = aboutRequest((desk, picture) => {
  const channel = desk.channels().audit;
  if (!isHidden(picture.record, desk.clock.now())) return desk.tellStory(channel, picture);
  const about = { request: picture.record.terms.id };
  return post(desk.pen, { channel }, { message: drawBlank(picture, 'story'), about, key: null });
});

const ofFinding = z.object({ findingId: z.number() });

const deliverAlert: Deliver = async (desk, row) => {
  const parsed = ofFinding.safeParse(row.payload);
  const finding = parsed.success ? await desk.read.watch.finding(parsed.data.findingId) : null;
  if (finding === null) return broken;
  const letter = { message: drawFinding(finding), about: { finding: String(finding.id) }, key: null };
  return post(desk.pen, { channel: desk.channels().alerts }, letter);
};

const refusalLine = z.object({
  who: z.string(),
  via: z.string(),
  code: z.string(),
  rule: z.string(),
  count: z.number(),
});
const ofRefusals = z.object({ lines: z.array(refusalLine), more: z.number().default(0) });

const deliverRefusals: Deliver = async (desk, row) => {
  const parsed = ofRefusals.safeParse(row.payload);
  if (!parsed.success) return broken;
  const letter = { message: drawRefusals(parsed.data.lines, parsed.data.more), about: { kind: 'refusals' }, key: null };
  return post(desk.pen, { channel: desk.channels().audit }, letter);
};

const ofNotice = z.object({
  text: z.string(),
  channel: z.string().nullish(),
  mention: z.array(z.string()).default([]),
});

const deliverNotice: Deliver = async (desk, row) => {
  const parsed = ofNotice.safeParse(row.payload);
  if (!parsed.success) return broken;
  const letter = { message: drawNotice(parsed.data.text, parsed.data.mention), about: { kind: 'notice' }, key: null };
  return post(desk.pen, { channel: parsed.data.channel ?? desk.channels().alerts }, letter);
};

const deliverFounding: Deliver = async (desk) => {
  const message = drawFounding(desk.pointers, await desk.useCases().installation());
  const letter = { message, about: { kind: 'founding' }, key: foundingKey };
  return keepUpToDate(desk.pen, { channel: desk.channels().approvals }, letter);
};

const byKind: Readonly<Record<OutboxRow['kind'], Deliver>> = {
  card: deliverCard,
  'confidant-card': deliverConfidantCard,
  'requester-dm': deliverRequesterDm,
  question: deliverQuestion,
  suggestion: deliverSuggestion,
  'owner-dm': deliverOwnerDm,
  story: deliverStory,
  alert: deliverAlert,
  refusals: deliverRefusals,
  notice: deliverNotice,
  reminder: deliverReminder,
  founding: deliverFounding,
};

/** Draws outbox rows from the record as it stands, and puts them into Slack. The only way to a message that stays. */
export function createMailer(options: MailerOptions): Mailer {
  const pen: Pen = { mouth: options.mouth, pace: createPace(options.clock), messages: options.read.messages };
  const desk: Desk = { ...options, pen, tellStory: createStoryTeller({ pen, audit: options.read.audit }) };
  return {
    deliver: (row) =>
      byKind[row.kind](desk, row).catch((error: unknown): Delivered => {
        const words = error instanceof Error ? error.message : 'unknown';
        options.log.error({ error: words, kind: row.kind }, 'A message could not be drawn');
        return { kind: 'failed', why: 'It could not be drawn', canRetry: true };
      }),
  };
}

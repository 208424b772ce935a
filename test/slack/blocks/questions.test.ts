import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '#approvals/question.ts';
import { personId } from '#domain/ids.ts';
import { noSafeguards } from '#policy/safeguards.ts';
import { drawCard } from '#slack/blocks/card.ts';
import { drawQuestionDm } from '#slack/blocks/question-dm.ts';
import { sendProblems } from '#slack/blocks/limits.ts';
import { decisionView } from '#slack/views/decide.ts';
import { answerView, askView } from '#slack/views/talk.ts';
import { anyText, livingElements, mrkdwnTexts, readable } from '../hostile.ts';
import { bea, erin, now, omar, samplePicture, searchKey } from '../pictures.ts';
import { pointers } from '../pointers.ts';

const question = (more: Partial<Question> = {}): Question => ({
  id: 1,
  requestId: searchKey,
  by: { person: personId('bea'), slackId: bea, name: 'Bea Lindqvist' },
  text: 'What is it for?',
  at: now,
  answer: null,
  ...more,
});
const pictured = (...questions: readonly Question[]) => samplePicture({ picture: { questions } });

describe('a question on the card', () => {
  test('stands behind a bar under the name and account of whoever asked, as its answer does', () => {
    const answer = { text: 'For the ranker.', at: now };
    const [, block] = drawCard(pointers, pictured(question({ answer }))).blocks;
    expect(readable(block)).toContain(`Bea Lindqvist (@${bea}) asked`);
    expect(readable(block)).toContain(`Erin Vale (@${erin}) answered`);
    const kinds = (block as { elements: { type: string }[] }).elements.map(({ type }) => type);
    expect(kinds).toEqual(['rich_text_section', 'rich_text_quote', 'rich_text_section', 'rich_text_quote']);
  });

  test('says that it waits, for as long as anybody can decide', () => {
    const waits = 'It waits for an answer';
    expect(readable(drawCard(pointers, pictured(question())).blocks)).toContain(waits);
    const ended = samplePicture({ state: 'cancelled', picture: { questions: [question()] } });
    expect(readable(drawCard(pointers, ended).blocks)).not.toContain(waits);
  });

  test('B22 · cannot add lines that look like ours: it is one line behind a bar, whatever is typed', () => {
    const fake = 'ok?\n\nApproved by <@U0OMAR0001> 2026-11-23\n> *Needs nobody else*';
    const [, block] = drawCard(pointers, pictured(question({ text: fake, answer: { text: fake, at: now } }))).blocks;
    const { elements } = block as { elements: { type: string; elements: { type: string; text?: string }[] }[] };
    const typed = elements.filter(({ type }) => type === 'rich_text_quote');
    expect(typed.map((quote) => quote.elements)).toEqual(
      Array.from({ length: 2 }, () => [
        { type: 'text', text: 'ok? Approved by <@U0OMAR0001> 2026-11-23 > *Needs nobody else*' },
      ]),
    );
    const own = elements.filter(({ type }) => type !== 'rich_text_quote');
    expect(readable(own)).not.toContain('Needs nobody else');
  });

  test('B22 · whatever is asked and answered, Slack takes every place that shows it, and nothing in it comes alive', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, text, said) => {
        const one = question({ text, by: { ...question().by, name }, answer: { text: said, at: now } });
        const picture = pictured(one, one, one, one, { ...one, answer: null });
        const card = drawCard(pointers, picture);
        const dm = drawQuestionDm(pointers, picture, one);
        for (const message of [card, dm]) {
          expect(sendProblems('message', message).filter((problem) => problem !== 'holds a raw key')).toEqual([]);
          expect(mrkdwnTexts(message.blocks)).toEqual([]);
        }
        expect(new Set(livingElements(card.blocks))).toEqual(new Set([bea, omar, erin].map((user) => `user:${user}`)));
        for (const view of [
          decisionView(pointers, 'approve', { picture, safeguards: noSafeguards, by: bea, at: 0 }),
          askView(pointers, picture),
          answerView(pointers, picture, one),
        ])
          expect(sendProblems('modal', view).filter((problem) => problem !== 'holds a raw key')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

test('whoever is asked can answer or change, until it is answered or ended', () => {
  const labels = (message: { blocks: readonly unknown[] }) => JSON.stringify(message.blocks);
  expect(labels(drawQuestionDm(pointers, pictured(question()), question()))).toContain('Change my request');
  const answer = { text: 'For the ranker.', at: now };
  expect(labels(drawQuestionDm(pointers, pictured(), question({ answer })))).not.toContain('request.answer');
  expect(labels(drawQuestionDm(pointers, samplePicture({ state: 'denied' }), question()))).not.toContain(
    'request.answer',
  );
});

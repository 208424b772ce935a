import { describe, expect, test } from 'vitest';
import { requestStates } from '#approvals/state.ts';
import { operationId } from '#domain/ids.ts';
import { drawCard } from '#slack/blocks/card.ts';
import { leadOnButtons } from '#slack/blocks/lead-on.ts';
import { drawRequesterDm } from '#slack/blocks/requester-dm.ts';
import { openStart } from '#slack/ids.ts';
import { type PictureChange, samplePicture, searchKey } from '../pictures.ts';
import { pointers } from '../pointers.ts';

const leads = (change: PictureChange) =>
  leadOnButtons(pointers, samplePicture(change)).map(({ text, value }) => [
    text.text,
    openStart(pointers, value ?? '')?.operation,
    openStart(pointers, value ?? '')?.input,
  ]);
const input = { request: searchKey };
const revoking = { operation: operationId('keys.revoke'), inverse: none() };

function none() {
  return { verdict: 'none', sentence: 'a revoked key never comes back.', operation: null, input: null } as const;
}

describe('what leads on from a request that has ended', () => {
  test('is to undo what was done, unless nothing brings it back', () => {
    expect(leads({ state: 'succeeded' })).toEqual([['Undo', 'requests.undo', input]]);
    expect(leads({ state: 'succeeded', plan: { inverse: none() } })).toEqual([]);
  });

  test('is to continue or to undo what was done in part', () => {
    expect(leads({ state: 'partial' })).toEqual([
      ['Continue', 'requests.continue', input],
      ['Undo what happened', 'requests.undo', input],
    ]);
  });

  test('is to replace a key whose revocation broke something', () => {
    expect(leads({ state: 'succeeded', plan: revoking })).toEqual([
      ['This broke something: replace', 'keys.replace', input],
    ]);
  });

  test('is what the plan offers instead, where OpenAI refused it', () => {
    const alternative = { label: 'Delete its account', operation: operationId('accounts.delete'), input: {} };
    expect(leads({ state: 'failed', plan: { alternative } })).toEqual([['Delete its account', 'accounts.delete', {}]]);
  });

  test('is nothing while it has not ended, or where nothing happened', () => {
    for (const state of requestStates.filter((each) => each !== 'succeeded' && each !== 'partial'))
      expect(leads({ state })).toEqual([]);
  });

  test('stands on the card and on the requester’s message', () => {
    for (const draw of [drawCard, drawRequesterDm])
      expect(JSON.stringify(draw(pointers, samplePicture({ state: 'partial' })).blocks)).toContain('"Continue"');
  });
});

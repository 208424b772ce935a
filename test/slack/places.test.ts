import { describe, expect, test } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import type { SlackAnswer } from '#slack/api/call-slack.ts';
import { createPlaces } from '#slack/places.ts';

const info = (channel: object): SlackAnswer => ({ ok: true, data: { ok: true, channel } });
const failed = (error: string): SlackAnswer => ({ ok: false, error, retryAfterMs: 0 });
const nowhere = {
  id: 'C0PLACE001',
  is_shared: false,
  is_ext_shared: false,
  is_pending_ext_shared: false,
  is_org_shared: false,
};

function placesThat(answers: readonly SlackAnswer[], sharedInside: readonly string[] = []) {
  let now = 0;
  let asked = 0;
  const call = () => Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? failed('unreachable'));
  const places = createPlaces({ call, clock: { now: () => now }, sharedInside: () => sharedInside });
  return { places, forward: (ms: number) => void (now += ms), asked: () => asked };
}

describe('A5 · a channel', () => {
  test.each<[string, SlackAnswer, string]>([
    ['of this workspace alone', info(nowhere), 'ours'],
    ['that another company is in', info({ ...nowhere, is_shared: true, is_ext_shared: true }), 'shared'],
    ['of which only that flag says so', info({ ...nowhere, is_ext_shared: true }), 'shared'],
    ['to which another company is invited', info({ ...nowhere, is_pending_ext_shared: true }), 'shared'],
    ['that is shared with somebody nobody names', info({ ...nowhere, is_shared: true }), 'shared'],
    [
      'that other workspaces of the organization see, and no policy lists',
      info({ ...nowhere, is_shared: true, is_org_shared: true }),
      'shared',
    ],
    ['another one than was asked for', info({ ...nowhere, id: 'C0OTHER001' }), 'unknown'],
    ['without a description', { ok: true, data: { ok: true } }, 'unknown'],
    ['that Slack could not look up', failed('internal_error'), 'unknown'],
    ['in which the bot is not', failed('channel_not_found'), 'unseen'],
  ])('%s is taken as it should be', async (_, answer, expected) => {
    expect(await placesThat([answer]).places.sharing('C0PLACE001')).toBe(expected);
  });

  test('that the policy lists as shared inside the organization is ours, unless another company is in it too', async () => {
    const inside = { ...nowhere, is_shared: true, is_org_shared: true };
    const of = (channel: object) => placesThat([info(channel)], ['C0PLACE001']).places.sharing('C0PLACE001');
    expect(await of(inside)).toBe('ours');
    expect(await of({ ...inside, is_ext_shared: true })).toBe('shared');
  });

  test('is asked for again after a minute, at once after Slack’s event, and after every answer that said nothing', async () => {
    const { places, forward, asked } = placesThat([info(nowhere), info({ ...nowhere, is_ext_shared: true })]);
    expect([await places.sharing('C0PLACE001'), await places.sharing('C0PLACE001')]).toEqual(['ours', 'ours']);
    places.forget('C0PLACE001');
    expect(await places.sharing('C0PLACE001')).toBe('shared');
    forward(minuteMs);
    await places.sharing('C0PLACE001');
    expect(asked()).toBe(3);
    const silent = placesThat([failed('internal_error'), info(nowhere)]);
    expect([await silent.places.sharing('C0PLACE001'), await silent.places.sharing('C0PLACE001')]).toEqual([
      'unknown',
      'ours',
    ]);
  });

  test('that is a conversation with one person is ours without asking', async () => {
    const { places, asked } = placesThat([failed('internal_error')]);
    expect(await places.sharing('D0DIRECT01')).toBe('ours');
    expect(asked()).toBe(0);
  });
});

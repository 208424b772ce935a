import { describe, expect, it } from 'vitest';
import type { Click } from '#sandbox/slack/seat.ts';
import {
  actions,
  APPROVALS,
  BEA,
  BOT,
  button,
  call,
  DANA,
  ERIN,
  field,
  GENERAL,
  GUS,
  modal,
  PARTNERS,
  PETRA,
  section,
  setStage,
  type Stage,
  typed,
} from '../slack-stage.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const menu = (more: object) => ({ action_id: 'menu', options: [option('a'), option('b')], ...more });

async function card(
  { slack }: Stage,
  blocks: object[],
  channel = GENERAL,
): Promise<{ in: 'message'; channelId: string; ts: string }> {
  const { ts } = await call(slack, 'chat.postMessage', { channel, text: 'card', blocks });
  return { in: 'message', channelId: channel, ts };
}

describe('pressing a button on a message', () => {
  it('tells the app who pressed what, where, with the value the app gave it', async () => {
    const stage = await setStage();
    const place = await card(
      stage,
      [section('Erin wants a key'), actions('row', button('approve', { value: 'request-7', style: 'primary' }))],
      APPROVALS,
    );
    expect(
      await stage.slack.seat.click(BEA, {
        place,
        blockId: 'row',
        actionId: 'approve',
        choice: { value: 'forged', label: 'x' },
      }),
    ).toEqual({ ok: true });
    expect(stage.app.last().payload).toEqual({
      type: 'block_actions',
      token: expect.any(String),
      api_app_id: 'A0COUNTER1',
      team: { id: 'T0ACME0001', domain: 'acme-robotics' },
      enterprise: null,
      is_enterprise_install: false,
      user: { id: BEA, username: 'bea', name: 'bea', team_id: 'T0ACME0001' },
      container: { type: 'message', message_ts: place.ts, channel_id: APPROVALS, is_ephemeral: false },
      channel: { id: APPROVALS, name: 'openai-approvals' },
      message: expect.objectContaining({ type: 'message', ts: place.ts, text: 'card', bot_id: 'B0COUNTER1' }),
      trigger_id: expect.any(String),
      state: { values: {} },
      response_url: expect.stringContaining('/response/'),
      actions: [
        {
          type: 'button',
          action_id: 'approve',
          block_id: 'row',
          action_ts: expect.any(String),
          value: 'request-7',
          text: plain('approve'),
          style: 'primary',
        },
      ],
    });
  });

  it('reaches only what is in front of the person', async () => {
    const stage = await setStage();
    const place = await card(stage, [actions('row', button('go'))], APPROVALS);
    const press = (userId: string, click: Partial<Click>) =>
      stage.slack.seat.click(userId, { place, blockId: 'row', actionId: 'go', ...click });
    const missing = { ok: false, failed: 'element_not_found' };
    expect(await press(ERIN, { actionId: 'stop' })).toEqual(missing);
    expect(await press(ERIN, { blockId: 'column' })).toEqual(missing);
    expect(await press(ERIN, { place: { ...place, ts: '1.000001' } })).toEqual(missing);
    expect(await press('U0PRIYA001', {})).toEqual(missing);
    await call(stage.slack, 'chat.update', { channel: APPROVALS, ts: place.ts, text: 'done' });
    expect(await press(ERIN, {})).toEqual(missing);
    expect(stage.app.received).toEqual([]);
  });

  it('on a hint tells the app no more than its place', async () => {
    const stage = await setStage();
    const { message_ts } = await call(stage.slack, 'chat.postEphemeral', {
      channel: GENERAL,
      user: ERIN,
      text: 'psst',
      blocks: [actions('row', button('go'))],
    });
    const place = { in: 'message', channelId: GENERAL, ts: message_ts } as const;
    expect(await stage.slack.seat.click(BEA, { place, blockId: 'row', actionId: 'go' })).toMatchObject({
      failed: 'element_not_found',
    });
    await stage.slack.seat.click(ERIN, { place, blockId: 'row', actionId: 'go' });
    const { payload } = stage.app.last();
    expect(payload.container).toMatchObject({ is_ephemeral: true, message_ts });
    expect(payload).not.toHaveProperty('message');
  });
});

describe('who can press', () => {
  it('a guest in own channels, and a stranger in a shared one, with a team of their own', async () => {
    const stage = await setStage();
    const inSearch = await card(stage, [actions('row', button('go'))], 'C0SEARCH01');
    const inPartners = await card(stage, [actions('row', button('go'))], PARTNERS);
    const press = (userId: string, place: Click['place']) =>
      stage.slack.seat.click(userId, { place, blockId: 'row', actionId: 'go' });
    expect(await press(GUS, inSearch)).toEqual({ ok: true });
    expect(await press(GUS, inPartners)).toMatchObject({ failed: 'element_not_found' });
    expect(await press(PETRA, inPartners)).toEqual({ ok: true });
    expect(stage.app.last().payload).toMatchObject({
      user: { id: PETRA, team_id: 'T0PARTNER1' },
      team: { id: 'T0ACME0001' },
    });
  });

  it('nobody who was deactivated and no bot, unless a test lets them through', async () => {
    const stage = await setStage();
    const place = await card(stage, [actions('row', button('go'))]);
    const press = (userId: string) => stage.slack.seat.click(userId, { place, blockId: 'row', actionId: 'go' });
    expect(await press(DANA)).toEqual({ ok: false, failed: 'account_inactive' });
    expect(await press(BOT)).toEqual({ ok: false, failed: 'not_a_person' });
    expect(await press('U0NOBODY01')).toEqual({ ok: false, failed: 'user_not_found' });
    expect(stage.app.received).toEqual([]);
    Object.assign(stage.slack.behaviour, { deliverForDeactivated: true, deliverForBots: true });
    expect([await press(DANA), await press(BOT)]).toEqual([{ ok: true }, { ok: true }]);
    expect(stage.app.received.map(({ payload }) => payload.user.id)).toEqual([DANA, BOT]);
  });
});

describe('choosing', () => {
  const choice = { value: 'b', label: 'whatever' };
  it.each<[string, object, Partial<Click>, object]>([
    ['in a menu', menu({ type: 'static_select' }), { choice }, { selected_option: option('b') }],
    ['a radio button', menu({ type: 'radio_buttons' }), { choice }, { selected_option: option('b') }],
    ['in an overflow menu', menu({ type: 'overflow' }), { choice }, { selected_option: option('b') }],
    ['one of several', menu({ type: 'multi_static_select' }), { choice }, { selected_options: [option('b')] }],
    [
      'several',
      menu({ type: 'checkboxes' }),
      { state: { row: { menu: { type: 'checkboxes', selected_options: [option('a'), option('b')] } } } },
      { selected_options: [option('a'), option('b')] },
    ],
    [
      'a person',
      { type: 'users_select', action_id: 'menu' },
      { choice: { value: BEA, label: 'Bea' } },
      { selected_user: BEA },
    ],
    [
      'a channel',
      { type: 'conversations_select', action_id: 'menu' },
      { choice: { value: GENERAL, label: 'general' } },
      { selected_conversation: GENERAL },
    ],
    [
      'a day',
      { type: 'datepicker', action_id: 'menu' },
      { choice: { value: '2026-02-01', label: '' } },
      { selected_date: '2026-02-01' },
    ],
    [
      'a moment',
      { type: 'datetimepicker', action_id: 'menu' },
      { choice: { value: '1767225600', label: '' } },
      { selected_date_time: 1767225600 },
    ],
    [
      'what the app offered',
      { type: 'external_select', action_id: 'menu' },
      { choice: { value: 'proj_1', label: 'Search' } },
      { selected_option: { text: { type: 'plain_text', text: 'Search', emoji: true }, value: 'proj_1' } },
    ],
  ])('%s sends what was chosen', async (...[, element, click, selected]) => {
    const stage = await setStage();
    const place = await card(stage, [actions('row', element)]);
    expect(await stage.slack.seat.click(ERIN, { place, blockId: 'row', actionId: 'menu', ...click })).toEqual({
      ok: true,
    });
    expect(stage.app.last().payload.actions).toMatchObject([selected]);
  });

  it('what is not offered is not possible', async () => {
    const stage = await setStage();
    const place = await card(stage, [actions('row', menu({ type: 'static_select' }))]);
    const forged = { place, blockId: 'row', actionId: 'menu', choice: { value: 'z', label: 'z' } };
    expect(await stage.slack.seat.click(ERIN, forged)).toEqual({ ok: false, failed: 'option_not_found' });
  });

  it('in a view, sends the view with everything entered so far, and no channel', async () => {
    const stage = await setStage();
    await stage.slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' });
    const view = modal(
      [field('reason'), actions('row', menu({ type: 'static_select', initial_option: option('a') }), button('more'))],
      { private_metadata: 'pointer' },
    );
    const opened = await call(stage.slack, 'views.open', { trigger_id: stage.app.last().form['trigger_id'], view });
    const place = { in: 'view', viewId: opened.view.id } as const;
    await stage.slack.seat.click(ERIN, {
      place,
      blockId: 'row',
      actionId: 'more',
      state: { reason: { value: typed('tests') } },
    });
    const { payload } = stage.app.last();
    expect(payload).toMatchObject({
      container: { type: 'view', view_id: opened.view.id },
      view: {
        id: opened.view.id,
        private_metadata: 'pointer',
        state: {
          values: {
            reason: { value: typed('tests') },
            row: { menu: { type: 'static_select', selected_option: option('a') } },
          },
        },
      },
    });
    expect([payload.channel, payload.message, payload.response_url]).toEqual([undefined, undefined, undefined]);
  });

  it('in a form is silent until the form is sent, unless the field reports each change', async () => {
    const stage = await setStage();
    await stage.slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' });
    const blocks = [
      field('quiet', menu({ type: 'static_select' })),
      field('loud', menu({ type: 'static_select' }), { dispatch_action: true }),
    ];
    const opened = await call(stage.slack, 'views.open', {
      trigger_id: stage.app.last().form['trigger_id'],
      view: modal(blocks),
    });
    const pick = (blockId: string) =>
      stage.slack.seat.click(ERIN, {
        place: { in: 'view', viewId: opened.view.id },
        blockId,
        actionId: 'menu',
        choice,
      });
    const before = stage.app.received.length;
    await pick('quiet');
    expect(stage.app.received).toHaveLength(before);
    await pick('loud');
    expect(stage.app.last().payload.view.state.values).toMatchObject({
      quiet: { menu: { selected_option: option('b') } },
      loud: { menu: { selected_option: option('b') } },
    });
  });
});

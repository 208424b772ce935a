import { describe, expect, it } from 'vitest';
import {
  call,
  ERIN,
  BEA,
  field,
  GENERAL,
  modal,
  section,
  setStage,
  type Stage,
  typed,
  button,
  actions,
} from '../../slack-stage.ts';

/** Types the command and answers the trigger it brought. */
async function trigger({ slack, app }: Stage, userId = ERIN): Promise<string> {
  await slack.seat.command(userId, { channelId: GENERAL, text: '/openai' });
  return app.last().form['trigger_id']!;
}

const open = (stage: Stage, trigger_id: string, view: object = modal([section('Hello')])) =>
  call(stage.slack, 'views.open', { trigger_id, view });

describe('views.open', () => {
  it('shows a modal to whoever acted, and to nobody else', async () => {
    const stage = await setStage();
    const { view } = await open(stage, await trigger(stage));
    expect(view).toMatchObject({
      type: 'modal',
      callback_id: 'form',
      team_id: 'T0ACME0001',
      app_id: 'A0COUNTER1',
      bot_id: 'B0COUNTER1',
      root_view_id: view.id,
      previous_view_id: null,
    });
    expect(stage.slack.seat.modal(ERIN)).toMatchObject({
      id: view.id,
      hash: view.hash,
      title: 'A form',
      submit: 'Send',
      close: null,
      depth: 1,
    });
    expect(stage.slack.seat.modal(BEA)).toBeNull();
  });

  it('works once and within three seconds of the act', async () => {
    const stage = await setStage();
    const used = await trigger(stage);
    stage.clock.monotonicMs += 3000;
    expect(await open(stage, used)).toMatchObject({ ok: true });
    expect(await open(stage, used)).toMatchObject({ error: 'exchanged_trigger_id' });
    const late = await trigger(stage);
    stage.clock.monotonicMs += 3001;
    expect(await open(stage, late)).toMatchObject({ error: 'expired_trigger_id' });
    expect(await open(stage, '1.2.made-up')).toMatchObject({ error: 'invalid_trigger_id' });
    expect(await call(stage.slack, 'views.open', { view: modal([]) })).toMatchObject({ error: 'invalid_arguments' });
  });

  it('refuses a view that Slack could not show, without using the trigger up', async () => {
    const stage = await setStage();
    const id = await trigger(stage);
    expect(await open(stage, id, modal([], { title: { type: 'plain_text', text: 'x'.repeat(25) } }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
    });
    const heavy = modal(Array.from({ length: 100 }, () => section('x'.repeat(2500))));
    expect(await open(stage, id, heavy)).toMatchObject({ error: 'view_too_large' });
    expect(await open(stage, id)).toMatchObject({ ok: true });
  });

  it('keeps an external id for one open view', async () => {
    const stage = await setStage();
    const named = modal([], { external_id: 'request-1' });
    await open(stage, await trigger(stage), named);
    expect(await open(stage, await trigger(stage, BEA), named)).toMatchObject({ error: 'duplicate_external_id' });
    expect(await call(stage.slack, 'views.update', { external_id: 'request-1', view: named })).toMatchObject({
      ok: true,
    });
  });
});

describe('views.update', () => {
  it('keeps the id, makes a new hash, and keeps what was typed where ids stay', async () => {
    const stage = await setStage();
    const { view } = await open(stage, await trigger(stage), modal([field('reason'), actions('row', button('more'))]));
    await stage.slack.seat.click(ERIN, {
      place: { in: 'view', viewId: view.id },
      blockId: 'row',
      actionId: 'more',
      state: { reason: { value: typed('because') } },
    });
    const updated = await call(stage.slack, 'views.update', {
      view_id: view.id,
      view: modal([field('reason'), field('other')]),
    });
    expect(updated.view.id).toBe(view.id);
    expect(updated.view.hash).not.toBe(view.hash);
    expect(updated.view.state.values).toEqual({ reason: { value: typed('because') }, other: { value: typed(null) } });
    expect(stage.slack.seat.modal(ERIN)?.blocks).toHaveLength(2);
  });

  it('does not overwrite a newer version, and does not find a closed modal', async () => {
    const stage = await setStage();
    const { view } = await open(stage, await trigger(stage));
    const update = (hash: string) => call(stage.slack, 'views.update', { view_id: view.id, hash, view: modal([]) });
    expect(await update(view.hash)).toMatchObject({ ok: true });
    expect(await update(view.hash)).toMatchObject({ error: 'hash_conflict' });
    await stage.slack.seat.closeModal(ERIN);
    expect(await call(stage.slack, 'views.update', { view_id: view.id, view: modal([]) })).toMatchObject({
      error: 'not_found',
    });
  });
});

describe('views.push', () => {
  async function pressMore(stage: Stage): Promise<string> {
    const top = stage.slack.seat.modal(ERIN)!;
    await stage.slack.seat.click(ERIN, { place: { in: 'view', viewId: top.id }, blockId: 'row', actionId: 'more' });
    return stage.app.last().payload.trigger_id;
  }
  const view = modal([actions('row', button('more'))]);
  const push = async (stage: Stage) => call(stage.slack, 'views.push', { trigger_id: await pressMore(stage), view });

  it('stacks up to three views, and closing goes back one', async () => {
    const stage = await setStage();
    const first = await open(stage, await trigger(stage), view);
    const second = await push(stage);
    expect(second.view).toMatchObject({ root_view_id: first.view.id, previous_view_id: first.view.id });
    expect(await push(stage)).toMatchObject({ ok: true });
    expect(stage.slack.seat.modal(ERIN)?.depth).toBe(3);
    expect(await push(stage)).toMatchObject({ error: 'push_limit_reached' });
    await stage.slack.seat.closeModal(ERIN);
    expect(stage.slack.seat.modal(ERIN)).toMatchObject({ id: second.view.id, depth: 2 });
  });

  it('needs a trigger from within a modal', async () => {
    const stage = await setStage();
    expect(await call(stage.slack, 'views.push', { trigger_id: await trigger(stage), view })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    await call(stage.slack, 'views.publish', {
      user_id: ERIN,
      view: { type: 'home', blocks: [actions('row', button('more'))] },
    });
    const home = stage.slack.seat.home(ERIN)!;
    await stage.slack.seat.click(ERIN, { place: { in: 'view', viewId: home.id }, blockId: 'row', actionId: 'more' });
    const answer = await call(stage.slack, 'views.push', { trigger_id: stage.app.last().payload.trigger_id, view });
    expect(answer.errors[0]).toContain('must match the `type` of the root view');
  });
});

describe('views.publish', () => {
  it('puts a Home in front of one person, and refuses to overwrite a newer one', async () => {
    const stage = await setStage();
    const publish = (args: object) =>
      call(stage.slack, 'views.publish', {
        user_id: ERIN,
        view: { type: 'home', blocks: [section('Yours')] },
        ...args,
      });
    const { view } = await publish({});
    expect(stage.slack.seat.home(ERIN)).toMatchObject({ id: view.id, type: 'home', title: '', submit: null });
    expect(stage.slack.seat.home(BEA)).toBeNull();
    const again = await publish({ hash: view.hash });
    expect(again.view.id).toBe(view.id);
    expect(await publish({ hash: view.hash })).toMatchObject({ error: 'hash_conflict' });
    expect(await publish({ view: modal([]) })).toMatchObject({ error: 'invalid_arguments' });
    expect(await publish({ user_id: 'U0NOBODY01' })).toMatchObject({ error: 'user_not_found' });
  });
});

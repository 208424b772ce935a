import { describe, expect, it } from 'vitest';
import type { SeatState } from '#sandbox/slack/seat.ts';
import { patience, type Reply } from '../raw-app.ts';
import { BEA, call, ERIN, field, GENERAL, modal, section, setStage, type Stage, typed } from '../slack-stage.ts';

const plain = (text: string) => ({ type: 'plain_text', text });

/** Opens a modal in front of Erin; what she sends is answered with `reply`. */
async function withForm(
  view: object,
  reply: Reply = {},
): Promise<Stage & { viewId: string; send(state?: SeatState): Promise<unknown> }> {
  const stage = await setStage();
  await stage.slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' });
  const opened = await call(stage.slack, 'views.open', { trigger_id: stage.app.last().form['trigger_id'], view });
  stage.app.answer = () => reply;
  const viewId: string = opened.view.id;
  return {
    ...stage,
    viewId,
    send: (state = { reason: { value: typed('tests') } }) => stage.slack.seat.submit(ERIN, { viewId, state }),
  };
}

const form = modal([field('reason'), section('more'), field('note', {}, { optional: true })], {
  private_metadata: 'pointer',
});

describe('sending a form', () => {
  it('tells the app everything that stands in it, and closes it on an empty answer', async () => {
    const stage = await withForm(form);
    expect(await stage.send()).toEqual({ ok: true });
    expect(stage.app.last().payload).toMatchObject({
      type: 'view_submission',
      team: { id: 'T0ACME0001' },
      user: { id: ERIN, username: 'erin', team_id: 'T0ACME0001' },
      api_app_id: 'A0COUNTER1',
      trigger_id: expect.any(String),
      response_urls: [],
      is_enterprise_install: false,
      enterprise: null,
      view: {
        id: stage.viewId,
        callback_id: 'form',
        private_metadata: 'pointer',
        hash: expect.any(String),
        root_view_id: stage.viewId,
        previous_view_id: null,
        app_installed_team_id: 'T0ACME0001',
        state: { values: { reason: { value: typed('tests') }, note: { value: typed(null) } } },
      },
    });
    expect(stage.slack.seat.modal(ERIN)).toBeNull();
  });

  it('is possible only for the view on top of one’s own modal', async () => {
    const stage = await withForm(form);
    expect(await stage.slack.seat.submit(BEA, { viewId: stage.viewId, state: {} })).toEqual({
      ok: false,
      failed: 'element_not_found',
    });
    expect(await stage.slack.seat.submit(ERIN, { viewId: 'V0NOTHING1', state: {} })).toEqual({
      ok: false,
      failed: 'element_not_found',
    });
  });

  it('shows errors at their fields and keeps what was typed', async () => {
    const stage = await withForm(form, { body: { response_action: 'errors', errors: { reason: 'Too short' } } });
    expect(await stage.send()).toEqual({ ok: true });
    expect(stage.slack.seat.modal(ERIN)).toMatchObject({ id: stage.viewId, errors: { reason: 'Too short' } });
    stage.app.answer = () => ({});
    await stage.send({});
    expect(stage.slack.seat.modal(ERIN)?.errors).toEqual({ reason: 'Please complete this required field.' });
    await stage.send();
    expect(stage.slack.seat.modal(ERIN)).toBeNull();
  });

  it('replaces the view, pushes another, or clears them all, as the answer says', async () => {
    const stage = await withForm(form, {
      body: { response_action: 'update', view: modal([section('Checking…')], { submit: undefined }) },
    });
    await stage.send();
    expect(stage.slack.seat.modal(ERIN)).toMatchObject({ id: stage.viewId, submit: null, depth: 1 });

    const pushing = await withForm(form, { body: { response_action: 'push', view: modal([field('reason')]) } });
    await pushing.send();
    const top = pushing.slack.seat.modal(ERIN)!;
    expect(top.depth).toBe(2);
    pushing.app.answer = () => ({ body: { response_action: 'clear' } });
    await pushing.slack.seat.submit(ERIN, { viewId: top.id, state: { reason: { value: typed('a') } } });
    expect(pushing.slack.seat.modal(ERIN)).toBeNull();
  });

  it('goes back to the view below when the top one is done', async () => {
    const stage = await withForm(form, { body: { response_action: 'push', view: modal([section('a')]) } });
    await stage.send();
    stage.app.answer = () => ({});
    await stage.slack.seat.submit(ERIN, { viewId: stage.slack.seat.modal(ERIN)!.id, state: {} });
    expect(stage.slack.seat.modal(ERIN)).toMatchObject({ id: stage.viewId, depth: 1 });
  });

  it.each<[string, Reply, RegExp]>([
    ['silence', 'never', /^operation_timeout$/],
    ['a failure', { status: 500 }, /^dispatch_failed$/],
    ['a text', { body: 'thanks' }, /^invalid_response: not a JSON object$/],
    ['an action nobody knows', { body: { response_action: 'confetti' } }, /unknown response_action confetti/],
    ['errors at no field', { body: { response_action: 'errors', errors: { other: 'no' } } }, /other is no input block/],
    ['no errors at all', { body: { response_action: 'errors', errors: {} } }, /no errors/],
    [
      'a view that Slack cannot show',
      { body: { response_action: 'update', view: modal([], { title: plain('x'.repeat(25)) }) } },
      /\/view\/title\/text/,
    ],
  ])('stays open after %s', async (_name, reply, failed) => {
    const stage = await withForm(form, reply);
    Object.assign(stage.slack.behaviour, patience(reply));
    expect(await stage.send()).toEqual({ ok: false, failed: expect.stringMatching(failed) });
    expect(stage.slack.seat.modal(ERIN)?.id).toBe(stage.viewId);
  });

  it('whose app updated the view meanwhile works on the view as it is now', async () => {
    const stage = await withForm(form);
    stage.app.answer = async () => {
      await call(stage.slack, 'views.update', { view_id: stage.viewId, view: modal([field('code')]) });
      return { body: { response_action: 'errors', errors: { code: 'Not this one' } } };
    };
    expect(await stage.send()).toEqual({ ok: true });
    expect(stage.slack.seat.modal(ERIN)).toMatchObject({ id: stage.viewId, errors: { code: 'Not this one' } });
  });
});

describe('what a client checks itself', () => {
  const options = [{ text: plain('A'), value: 'a' }];
  it.each<[string, object, object | null, string]>([
    ['an empty field', {}, typed(null), 'Please complete this required field.'],
    ['an untouched field', {}, null, 'Please complete this required field.'],
    ['a short text', { min_length: 3 }, typed('ab'), 'Please enter at least 3 characters.'],
    ['a long text', { max_length: 3 }, typed('abcd'), 'Please enter at most 3 characters.'],
    ['a longer text than any field takes', {}, typed('x'.repeat(3001)), 'Please enter at most 3000 characters.'],
    [
      'an address that is none',
      { type: 'email_text_input' },
      { type: 'email_text_input', value: 'erin' },
      'Please enter a valid email address.',
    ],
    [
      'a link that is none',
      { type: 'url_text_input' },
      { type: 'url_text_input', value: 'acme' },
      'Please enter a valid URL.',
    ],
    [
      'a word as a number',
      { type: 'number_input', is_decimal_allowed: false },
      { type: 'number_input', value: 'ten' },
      'Please enter a number.',
    ],
    [
      'a fraction of a whole',
      { type: 'number_input', is_decimal_allowed: false },
      { type: 'number_input', value: '1.5' },
      'Please enter a number.',
    ],
    [
      'too small a number',
      { type: 'number_input', is_decimal_allowed: true, min_value: '2' },
      { type: 'number_input', value: '1.5' },
      'Please enter at least 2.',
    ],
    [
      'too large a number',
      { type: 'number_input', is_decimal_allowed: true, max_value: '2' },
      { type: 'number_input', value: '2.5' },
      'Please enter at most 2.',
    ],
    [
      'a choice that is not offered',
      { type: 'static_select', options },
      { type: 'static_select', selected_option: { text: plain('Z'), value: 'z' } },
      'Please choose one of the options.',
    ],
    [
      'no box at all',
      { type: 'checkboxes', options },
      { type: 'checkboxes', selected_options: [] },
      'Please complete this required field.',
    ],
    [
      'too many',
      { type: 'multi_users_select', max_selected_items: 1 },
      { type: 'multi_users_select', selected_users: [ERIN, BEA] },
      'Please choose at most 1.',
    ],
  ])('%s is shown at the field, and nothing is sent', async (...[, element, state, error]) => {
    const stage = await withForm(modal([field('reason', element)]));
    const sent = state === null ? {} : { reason: { value: state } };
    expect(await stage.send(sent as SeatState)).toEqual({ ok: false, failed: 'incomplete_form' });
    expect(stage.slack.seat.modal(ERIN)?.errors).toEqual({ reason: error });
    expect(stage.app.received).toHaveLength(1);
  });

  it('sends what the fields start with when nobody touched them, and nothing that was emptied', async () => {
    const stage = await withForm(
      modal([field('reason', { initial_value: 'because' }), field('note', { initial_value: 'x' }, { optional: true })]),
    );
    await stage.send({ note: { value: typed(null) } });
    expect(stage.app.last().payload.view.state.values).toEqual({
      reason: { value: typed('because') },
      note: { value: typed(null) },
    });
  });
});

describe('closing a modal', () => {
  it('tells the app only where the view asked for it', async () => {
    const quiet = await withForm(form);
    expect(await quiet.slack.seat.closeModal(ERIN)).toEqual({ ok: true });
    expect(quiet.app.received).toHaveLength(1);
    expect(await quiet.slack.seat.closeModal(ERIN)).toEqual({ ok: false, failed: 'element_not_found' });

    const told = await withForm({ ...form, notify_on_close: true });
    await told.slack.seat.closeModal(ERIN);
    expect(told.app.last().payload).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      user: { id: ERIN },
      view: { id: told.viewId },
    });
  });

  it('closes the whole stack where the view says so', async () => {
    const push = {
      body: { response_action: 'push', view: modal([section('a')], { clear_on_close: true, notify_on_close: true }) },
    };
    const stage = await withForm(form, push);
    await stage.send();
    stage.app.answer = () => ({});
    await stage.slack.seat.closeModal(ERIN);
    expect(stage.slack.seat.modal(ERIN)).toBeNull();
    expect(stage.app.last().payload).toMatchObject({ type: 'view_closed', is_cleared: true });
  });
});

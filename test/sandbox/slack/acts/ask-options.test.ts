import { describe, expect, it } from 'vitest';
import { patience, type Reply } from '../raw-app.ts';
import { actions, call, ERIN, field, GENERAL, modal, setStage } from '../slack-stage.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string, more: object = {}) => ({ text: plain(value.toUpperCase()), value, ...more });

async function ask(reply: Reply, query: string, element: object = { min_query_length: 0 }) {
  const stage = await setStage({ behaviour: patience(reply) });
  stage.app.answer = () => reply;
  const select = { type: 'external_select', action_id: 'project', ...element };
  const { ts } = await call(stage.slack, 'chat.postMessage', {
    channel: GENERAL,
    text: 'a',
    blocks: [actions('row', select)],
  });
  const place = { in: 'message', channelId: GENERAL, ts } as const;
  return {
    ...stage,
    found: await stage.slack.seat.options(ERIN, { place, blockId: 'row', actionId: 'project', query }),
  };
}

describe('a menu whose options the app supplies', () => {
  it('asks with what was typed and shows what comes', async () => {
    const { app, found } = await ask(
      { body: { options: [option('search', { description: plain('3 keys') }), option('robots')] } },
      'se',
    );
    expect(app.last().payload).toMatchObject({
      type: 'block_suggestion',
      action_id: 'project',
      block_id: 'row',
      value: 'se',
      user: { id: ERIN },
      container: { type: 'message' },
    });
    expect(found).toEqual([
      { value: 'search', label: 'SEARCH', description: '3 keys' },
      { value: 'robots', label: 'ROBOTS', description: null },
    ]);
  });

  it('flattens groups', async () => {
    const { found } = await ask(
      {
        body: {
          option_groups: [
            { label: plain('Live'), options: [option('a')] },
            { label: plain('Old'), options: [option('b')] },
          ],
        },
      },
      '',
    );
    expect(found.map((entry) => entry.value)).toEqual(['a', 'b']);
  });

  it('asks from the third character on, unless it says otherwise', async () => {
    const early = await ask({ body: { options: [option('a')] } }, 'ab', {});
    expect([early.found, early.app.received]).toEqual([[], []]);
    expect((await ask({ body: { options: [option('a')] } }, 'abc', {})).found).toHaveLength(1);
  });

  it.each<[string, Reply]>([
    ['silence', 'never'],
    ['a failure', { status: 500 }],
    ['a text', { body: 'none' }],
    ['too many options', { body: { options: Array.from({ length: 101 }, (_, index) => option(`v${index}`)) } }],
    ['an option with too long a label', { body: { options: [{ text: plain('x'.repeat(76)), value: 'a' }] } }],
  ])('shows nothing after %s', async (_name, reply) => {
    expect((await ask(reply, 'abc')).found).toEqual([]);
  });

  it('works in a modal too, and sends the view along', async () => {
    const stage = await setStage();
    await stage.slack.seat.shortcut(ERIN, 'get_api_key');
    const view = modal([field('target', { type: 'external_select', action_id: 'project', min_query_length: 1 })], {
      private_metadata: 'm',
    });
    const opened = await call(stage.slack, 'views.open', { trigger_id: stage.app.last().payload.trigger_id, view });
    stage.app.answer = () => ({ body: { options: [option('a')] } });
    const place = { in: 'view', viewId: opened.view.id } as const;
    expect(
      await stage.slack.seat.options(ERIN, { place, blockId: 'target', actionId: 'project', query: 'a' }),
    ).toHaveLength(1);
    expect(stage.app.last().payload).toMatchObject({
      container: { type: 'view', view_id: opened.view.id },
      view: { private_metadata: 'm' },
    });
  });
});

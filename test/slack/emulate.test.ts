import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requestId } from '#domain/ids.ts';
import { Secret } from '#domain/secret.ts';
import { drawCard } from '#slack/blocks/card.ts';
import { drawRequesterDm } from '#slack/blocks/requester-dm.ts';
import { everyFakeSecret, fakeServiceKey } from '../support/fake-secret.ts';
import { agreeable, refusing, sampleDesk } from './fake-use-cases.ts';
import { openRig, type Rig } from './face.ts';
import { press, shortcut, submission } from './payloads.ts';
import { approvalBy, bea, now, samplePicture, searchKey } from './pictures.ts';
import { pointers } from './pointers.ts';
import { buttonNamed, buttonsIn, lastAnswer, lastView, viewText } from './screen.ts';

/** Lets what was begun begin. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(() => rig.close());
beforeEach(() => {
  rig.stand.play(agreeable());
  rig.stand.asked.length = 0;
  rig.witness.calls.length = 0;
  rig.witness.answers.length = 0;
});

const asked = (): readonly string[] => rig.stand.asked.map((each) => each.name);
const askOf = (name: string): Record<string, unknown> =>
  rig.stand.asked.find((each) => each.name === name)?.ask as Record<string, unknown>;

async function done<T>(delivery: Promise<T>): Promise<T> {
  const reply = await delivery;
  await rig.face.idle();
  return reply;
}

describe('a command', () => {
  test('that is complete opens its preview, and Send sends exactly that draft', async () => {
    const reply = await done(
      rig.command('keys issue search-dev --name nightly-eval --for 30d --access requests --reason "nightly run"'),
    );
    expect(reply).toEqual({ status: 200, body: '' });
    // Whether somebody of another company can see the channel is asked once a minute.
    expect(rig.witness.calls.map((call) => call.method)).toEqual(['conversations.info', 'views.open', 'views.update']);
    expect(askOf('draft')).toMatchObject({
      operationId: 'keys.issue',
      reason: 'nightly run',
      caller: { slackId: 'U000000001', via: 'command' },
    });
    expect(viewText(rig)).toContain('1 person from openai-approvers');
    expect(lastView(rig).callback_id).toBe('preview');
    const sent = await done(rig.interact(submission(lastView(rig))));
    expect(JSON.parse(sent.body)).toMatchObject({ response_action: 'update' });
    expect(sent.body).toContain('Recorded.');
    expect(askOf('submit')).toMatchObject({ requestId: searchKey, typedName: null });
  });

  test('that lacks something opens the form with what was said already in it', async () => {
    const resolve = () =>
      Promise.resolve({
        kind: 'resolution',
        input: { project: { id: 'proj_search', name: 'search-dev' } },
        missing: ['name'],
        problems: [],
      } as const);
    rig.stand.play(agreeable({ resolve }));
    await done(rig.command('keys issue search-dev'));
    expect(lastView(rig).callback_id).toBe('form');
    expect(JSON.stringify(lastView(rig).blocks)).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"search-dev","emoji":false},"value":"proj_search"}',
    );
    expect(asked()).toEqual(['resolve', 'mayBeConfidential']);
  });

  test('that only looks answers where it was typed, for this person’s eyes', async () => {
    const view = {
      title: 'Your keys',
      parts: [
        {
          part: 'rows',
          columns: ['Name', 'Project'],
          rows: [{ cells: ['nightly', 'search-dev'], actions: [] }],
          empty: 'None',
        },
      ],
    } as const;
    rig.stand.play(agreeable({ read: () => Promise.resolve({ kind: 'view', view }) }));
    await done(rig.command('keys list'));
    expect(rig.witness.answers.at(-1)).toMatchObject({
      response_type: 'ephemeral',
      text: 'Your keys. nightly, search-dev',
    });
    expect(JSON.stringify(rig.witness.answers.at(-1))).toContain('"type":"table"');
    expect(rig.witness.calls).toEqual([]);
  });

  test('that is empty shows the menu, and a menu button opens the form of its operation', async () => {
    await done(rig.command(''));
    const menu = rig.witness.answers.at(-1)!;
    const button = buttonNamed(menu['blocks'], 'Get an API key');
    rig.stand.play(
      agreeable({
        resolve: () => Promise.resolve({ kind: 'resolution', input: {}, missing: ['project'], problems: [] }),
      }),
    );
    const place = { channel: 'C0GENERAL1', ts: '1.1', ephemeral: true };
    await done(
      rig.interact(
        press({
          actionId: button.action_id,
          value: button.value,
          trigger: await rig.witness.trigger(),
          responseUrl: rig.witness.responseUrl,
          place,
        }),
      ),
    );
    expect(lastView(rig)).toMatchObject({ callback_id: 'form', title: { text: 'Get an API key' } });
  });

  test.each([
    ['keys isue', 'Did you mean one of these?'],
    ['keys issue "search', 'The quote at column 12 is never closed.'],
    ['help keys', 'What there is for keys'],
  ])('%j is answered with a sentence', async (text, sentence) => {
    await done(rig.command(text));
    expect(lastAnswer(rig)).toContain(sentence);
    expect(asked()).toEqual(['admit']);
  });

  test.each(everyFakeSecret)(
    'that holds a secret is answered at once with what to do, and goes nowhere else',
    async (secret) => {
      const reply = await done(rig.command(`keys revoke ${secret} --reason leaked`));
      expect(rig.witness.answers.at(-1)).toMatchObject({ response_type: 'ephemeral' });
      expect(lastAnswer(rig)).toContain('That looked like a secret key.');
      const everything = JSON.stringify([
        reply.body,
        rig.stand.asked,
        rig.witness.calls,
        rig.witness.answers,
        rig.lines,
        [...rig.nonces],
      ]);
      expect(everything).not.toContain(secret.slice(4, 40));
      expect(asked()).toEqual([]);
      expect(buttonsIn(rig.witness.answers.at(-1)).map((button) => button.text.text)).toEqual(['Revoke it']);
    },
  );

  test('of somebody who is refused says what, the one rule and who can', async () => {
    rig.stand.play(refusing());
    await done(rig.command('help'));
    expect(lastAnswer(rig)).toContain('You cannot do this here.');
    expect(lastAnswer(rig)).toContain('Guests of this workspace cannot use Countersign.');
    expect(lastAnswer(rig)).toContain('Who can: Any full member of this workspace.');
  });
});

describe('a card', () => {
  const value = (action: string): string => buttonNamed(drawCard(pointers, samplePicture()).blocks, action).value;
  const card = { channel: 'C0APPROVE1', ts: '100.1' };
  const click = async (label: string, actionId: string, place: Parameters<typeof press>[0]['place'] = card) =>
    done(
      rig.interact(
        press({
          actionId,
          value: value(label),
          trigger: await rig.witness.trigger(),
          responseUrl: rig.witness.responseUrl,
          place,
        }),
      ),
    );

  beforeEach(() => {
    rig.places.set(`card:${searchKey}`, { channelId: card.channel, ts: card.ts });
  });

  test('Approve opens a modal from the record, and its Approve decides on the digest that was shown', async () => {
    await click('Approve', 'request.approve');
    expect(rig.witness.calls.map((call) => call.method)).toEqual(['conversations.info', 'views.open', 'views.update']);
    expect(askOf('check')).toMatchObject({ requestId: searchKey, kind: 'approve' });
    expect(viewText(rig)).toContain('POST /organization/projects/proj_search/service_accounts');
    expect(viewText(rig)).toContain('NENT-QA');
    const reply = await done(rig.interact(submission(lastView(rig), { comment: 'fine by me' })));
    expect(askOf('decide')).toMatchObject({
      requestId: searchKey,
      kind: 'approve',
      digest: 'ab'.repeat(32),
      comment: 'fine by me',
      caller: { via: 'modal' },
    });
    expect(reply.body).toContain('Recorded.');
  });

  test('Deny asks why before it decides', async () => {
    await click('Deny', 'request.deny');
    const silent = await done(rig.interact(submission(lastView(rig))));
    expect(JSON.parse(silent.body)).toEqual({
      response_action: 'errors',
      errors: { comment: 'Say in a few words why not.' },
    });
    await done(rig.interact(submission(lastView(rig), { comment: 'use the shared key' })));
    expect(askOf('decide')).toMatchObject({ kind: 'deny', comment: 'use the shared key' });
  });

  test('Cancel acts at once and says so privately', async () => {
    await click('Cancel', 'request.cancel');
    expect(askOf('cancel')).toMatchObject({ requestId: searchKey });
    expect(lastAnswer(rig)).toContain('Recorded.');
  });

  test('Details shows everything there is, to members only', async () => {
    await click('Details', 'request.details');
    expect(viewText(rig)).toContain('ab'.repeat(32));
    rig.stand.play(refusing());
    await click('Details', 'request.details');
    expect(viewText(rig)).toContain('Guests of this workspace cannot use Countersign.');
  });

  test('whoever may not decide is told in the same window', async () => {
    rig.stand.play(refusing());
    await click('Approve', 'request.approve');
    expect(viewText(rig)).toContain('Guests of this workspace cannot use Countersign.');
    expect(lastView(rig).callback_id).toBe('');
  });

  test.each([
    ['copied into another channel', { channel: 'C0GENERAL1', ts: card.ts }],
    ['an older one of the same channel', { channel: card.channel, ts: '99.1' }],
  ])('that is %s does nothing', async (_, place) => {
    await click('Approve', 'request.approve', place);
    expect(lastAnswer(rig)).toContain('no longer the one that counts');
    expect(asked()).toEqual([]);
  });

  test.each([
    ['another button’s value', () => value('Details')],
    ['no value', () => ''],
    ['a changed request', () => value('Approve').replace('QXY', 'QXZ')],
    ['parameters', () => '{"requestId":"R0000000000000000007F3K9QXY"}'],
  ])('with %s does nothing and is counted', async (_, forged) => {
    const before = rig.face.health().refused['forged-button'] ?? 0;
    await done(
      rig.interact(
        press({
          actionId: 'request.approve',
          value: forged(),
          trigger: await rig.witness.trigger(),
          responseUrl: rig.witness.responseUrl,
          place: card,
        }),
      ),
    );
    expect(lastAnswer(rig)).toContain('This button was not made by this bot');
    expect(asked()).toEqual([]);
    expect(rig.face.health().refused['forged-button']).toBe(before + 1);
  });
});

describe('a decision that takes longer than Slack waits', () => {
  test('is answered with “checking” first, and with its outcome once it is committed', async () => {
    const slow = await openRig({ ackBudgetMs: 0 });
    let commit = (): void => undefined;
    const committed = new Promise<void>((resolve) => (commit = resolve));
    slow.stand.play(
      agreeable({
        decide: async () => {
          await committed;
          return { kind: 'done', sentence: 'Recorded: you approved it.', requestId: searchKey };
        },
      }),
    );
    slow.places.set(`card:${searchKey}`, { channelId: 'C1', ts: '1.1' });
    const { value } = buttonNamed(drawCard(pointers, samplePicture()).blocks, 'Approve');
    await slow.interact(
      press({
        actionId: 'request.approve',
        value,
        trigger: await slow.witness.trigger(),
        place: { channel: 'C1', ts: '1.1' },
      }),
    );
    await slow.face.idle();
    const reply = await slow.interact(submission(lastView(slow)));
    expect(reply.body).toContain('Still checking');
    expect(reply.body).not.toContain('Recorded');
    commit();
    await slow.face.idle();
    expect(viewText(slow)).toContain('Recorded: you approved it.');
    await slow.close();
  });
});

describe('Make my key', () => {
  const key = fakeServiceKey();
  const handover = {
    secret: new Secret(key),
    name: 'nightly-eval',
    projectName: 'search-dev',
    endsAt: now,
    requestId: searchKey,
  };
  const collect = async () => {
    const picture = samplePicture({ state: 'waiting', decisions: [approvalBy(bea, 'Bea Lindqvist')] });
    const { value } = buttonNamed(drawRequesterDm(pointers, picture).blocks, 'Make my key');
    rig.places.set(`dm:${searchKey}`, { channelId: 'D1', ts: '5.5' });
    await done(
      rig.interact(
        press({
          actionId: 'request.collect',
          value,
          trigger: await rig.witness.trigger(),
          responseUrl: rig.witness.responseUrl,
          place: { channel: 'D1', ts: '5.5' },
        }),
      ),
    );
  };

  test('opens a window at once and shows the key in it once, in a view that can be neither sent nor reported', async () => {
    let seen: boolean | null = null;
    rig.stand.play(
      agreeable({
        collect: async ({ show, onWait }) => {
          onWait('3 ahead of you at OpenAI’s limit, about 40 s');
          await turn();
          seen = await show(handover);
          return { kind: 'done', sentence: 'Shown.', requestId: requestId(searchKey) };
        },
      }),
    );
    await collect();
    expect(seen).toBe(true);
    const titles = rig.witness.calls.map((call) => (call.args['view'] as { title: { text: string } }).title.text);
    expect(titles).toEqual(['Making your key…', 'Making your key…', 'Your key, shown once']);
    expect(JSON.stringify(rig.witness.calls[1]?.args)).toContain('3 ahead of you at OpenAI’s limit, about 40 s');
    const view = rig.witness.calls.at(-1)?.args['view'] as Record<string, unknown>;
    expect(JSON.stringify(view)).toContain(`export OPENAI_API_KEY=${key}`);
    expect(view).not.toHaveProperty('submit');
    expect(view).not.toHaveProperty('callback_id');
    expect(view['notify_on_close'] ?? false).toBe(false);
    expect(JSON.stringify(view)).not.toContain('"type":"input"');
    expect(JSON.stringify(rig.lines)).not.toContain(key);
  });

  test('a text that is still on its way, or comes late, cannot land on top of the key', async () => {
    const letGo = rig.witness.hold('views.update');
    rig.stand.play(
      agreeable({
        collect: async ({ show, onWait }) => {
          onWait('1 ahead of you');
          await turn();
          const showing = show(handover);
          onWait('nobody ahead of you');
          // Were the key shown without waiting for the text before it, it would be there well within these turns.
          for (let turns = 0; turns < 200; turns += 1) await turn();
          letGo();
          await showing;
          onWait('late');
          return { kind: 'done', sentence: 'Shown.', requestId: searchKey };
        },
      }),
    );
    await collect();
    for (let turns = 0; turns < 200; turns += 1) await turn();
    const titles = rig.witness.calls.map((call) => (call.args['view'] as { title: { text: string } }).title.text);
    expect(titles).toEqual(['Making your key…', 'Making your key…', 'Your key, shown once']);
  });

  test('answers “not seen” when Slack does not take the view, and then says what became of it', async () => {
    const failed = 'The key could not be shown, so it was taken back. Press Make my key again.';
    rig.stand.play(
      agreeable({
        collect: async ({ show }) => {
          rig.witness.failNext('views.update', { body: { ok: false, error: 'not_found' } });
          return (await show(handover))
            ? { kind: 'done', sentence: 'Shown.', requestId: searchKey }
            : { kind: 'failed', sentence: failed };
        },
      }),
    );
    await collect();
    expect(viewText(rig)).toContain(failed);
    expect(JSON.stringify(rig.lines)).not.toContain(key);
  });

  test('makes nothing when no window can be opened to show it in', async () => {
    rig.witness.failNext('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await collect();
    expect(asked()).toEqual([]);
    expect(lastAnswer(rig)).toContain('Slack took too long to open the window. Nothing was done; press again.');
  });
});

test('the shortcuts open the form of a key and the report of a leak, which never takes a whole key', async () => {
  rig.stand.play(
    agreeable({
      resolve: () => Promise.resolve({ kind: 'resolution', input: {}, missing: ['project'], problems: [] }),
    }),
  );
  await done(rig.interact(shortcut('get_api_key', await rig.witness.trigger())));
  expect(lastView(rig).callback_id).toBe('form');
  await done(rig.interact(shortcut('report_leak', await rig.witness.trigger())));
  expect(lastView(rig).callback_id).toBe('leak');
  const whole = await done(
    rig.interact(submission(lastView(rig), { redacted: fakeServiceKey(), reason: 'seen in a log' })),
  );
  expect(JSON.parse(whole.body)).toMatchObject({
    response_action: 'errors',
    errors: { redacted: expect.stringContaining('Never the whole key') as string },
  });
  rig.stand.play(agreeable());
  const typed = await done(rig.interact(submission(lastView(rig), { redacted: 'sk-…AbCd', reason: 'seen in a log' })));
  expect(askOf('draft')).toMatchObject({ operationId: 'keys.revoke', reason: 'seen in a log' });
  expect(JSON.stringify(rig.stand.asked.findLast((each) => each.name === 'resolve')?.ask)).toContain('sk-…AbCd');
  expect(typed.body).toContain('"callback_id":"preview"');
});

describe('events', () => {
  test('opening Home draws what this person has to do', async () => {
    rig.stand.play(
      agreeable({
        desk: () => Promise.resolve(sampleDesk({ waitingForMe: [samplePicture()] })),
      }),
    );
    await done(rig.event({ type: 'app_home_opened', user: 'U000000001', tab: 'home' }));
    const published = rig.witness.calls.find((call) => call.method === 'views.publish');
    expect(published?.args['user_id']).toBe('U000000001');
    const labels = buttonsIn(published?.args['view']).map((button) => button.text.text);
    expect(labels.join(', ')).toBe(
      'Get an API key, My keys, My requests, Report a leak, Overview, Waiting for me, Mine, Decided by me, Approve, Deny, Details, Not for me',
    );
  });

  test('a mention is answered by the menu in its thread, once however often Slack repeats it', async () => {
    const channel = await rig.witness.channelId('general');
    const mention = { type: 'app_mention', user: 'U000000001', channel, ts: '7.7', text: '<@U0WITNESS1> hi' };
    await done(rig.event(mention, 'Ev1'));
    await done(rig.event(mention, 'Ev1'));
    const posts = rig.witness.calls.filter((call) => call.method === 'chat.postMessage');
    expect(posts).toHaveLength(1);
    expect(posts[0]?.args).toMatchObject({ channel, thread_ts: 7.7, unfurl_links: false, unfurl_media: false });
  });

  test('a mention by somebody who is refused is answered to them alone', async () => {
    rig.stand.play(refusing());
    const channel = await rig.witness.channelId('general');
    await done(rig.event({ type: 'app_mention', user: 'U000000001', channel, ts: '8.8', text: 'hi' }));
    expect(rig.witness.calls.map((call) => call.method)).toEqual(['chat.postEphemeral']);
  });
});

test('what nobody listens to is acknowledged and explained', async () => {
  const place = { channel: 'C1', ts: '1.1' };
  const reply = await done(
    rig.interact(
      press({
        actionId: 'from.another.age',
        value: '',
        trigger: await rig.witness.trigger(),
        responseUrl: rig.witness.responseUrl,
        place,
      }),
    ),
  );
  expect(reply.status).toBe(200);
  expect(lastAnswer(rig)).toContain('not known to this version of Countersign');
  expect((await done(rig.command('x', { command: '/other' }))).status).toBe(200);
  expect(asked()).toEqual([]);
});

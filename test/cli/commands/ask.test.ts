import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardOf } from '../../scenarios/key-story.ts';
import { readMessage } from '../../scenarios/player.ts';
import type { Scene } from '../../scenarios/scene.ts';
import { callCli } from '../call-cli.ts';
import { hasApp, onHost, openHost, PROCESS_MS } from '../beside-a-bot.ts';

const wish = ['spend-alerts.create', 'search-dev', '--amount', '$300', '--recipients', 'erin@acme.example'] as const;
const as = (who: string) => ['--as', who, '--reason', 'the budget of the quarter'] as const;

describe('countersign ask', { timeout: PROCESS_MS }, () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openHost();
  });
  afterAll(() => scene.close());

  const requests = () => scene.world.bot().store.read.requests.list({ limit: 10 });

  it('is answered with the request’s code by the running bot, which asks in Slack as ever', async () => {
    const { world, bea } = scene;
    const code = await hasApp(world, 'sam');
    const { code: exit, out } = await onHost(world, ['ask', ...wish, ...as('sam'), '--json'], { typed: code() });
    expect(exit).toBe(0);
    const [record] = await requests();
    expect(record).toMatchObject({ state: 'pending', terms: { requester: { slackId: sam } } });
    expect(JSON.parse(out)).toMatchObject({ outcome: 'done', code: `R-${record?.terms.id.slice(-8)}` });
    await world.settle();
    if (record === undefined) throw new Error('Nothing was asked for');
    expect(readMessage(cardOf(bea, record.terms.id))).toContain('the budget of the quarter');
    expect(world.openai.calls().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('says the refusal of the running bot, and ends with 1', async () => {
    const { world } = scene;
    const code = await hasApp(world, 'sam');
    const elsewhere = ['spend-alerts.create', 'no-such-project', '--amount', '$300', '--recipients', 'a@acme.example'];
    const { code: exit, out, err } = await onHost(world, ['ask', ...elsewhere, ...as('sam')], { typed: code() });
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain('There is no project “no-such-project”.');
  });

  it('is kept for the bot’s next start while it is stopped, with exit code 2', async () => {
    const { world } = scene;
    const code = await hasApp(world, 'omar');
    let stopped: unknown = null;
    const before = (await requests()).length;
    await world.restart(async () => {
      stopped = await onHost(world, ['ask', ...wish, ...as('omar')], { typed: code() });
    });
    const sentence = 'The bot is not running. It will be asked at its next start, or forgotten after an hour.';
    expect(stopped).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) });
    await world.bot().scheduler.run('take-host-asks');
    expect(await requests()).toHaveLength(before + 1);
  });
});

const sam = 'U0SAM00001';

describe('a line that is not understood', { timeout: PROCESS_MS }, () => {
  it.each([
    [['keys.isue', 'x'], 'There is no operation “keys.isue”'],
    [['keys.list', 'search-dev'], 'keys.list reads, and reads are asked for in Slack.'],
    [['freezes.freeze', 'all'], 'see countersign freeze'],
    [['keys.revoke', 'hackday', '--break-glass'], 'Glass is broken in Slack'],
    [['keys.revoke', 'hackday', '--confidential'], 'What is confidential is asked for in Slack'],
    [['keys.revoke', `sk-proj-${'a1'.repeat(30)}`], 'looks like a secret key'],
  ])('%j ends with 64 and nothing is opened', async (words, sentence) => {
    const { code, err } = await callCli(['ask', ...words, ...as('sam')]);
    expect([code, err]).toEqual([64, expect.stringContaining(sentence)]);
  });
});

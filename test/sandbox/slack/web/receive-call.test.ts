import { describe, expect, it } from 'vitest';
import { call, ERIN, GENERAL, rawCall, setStage } from '../slack-stage.ts';

describe('the door of the Web API', () => {
  it('answers a known token with who it is, whatever way the arguments come', async () => {
    const { slack } = await setStage();
    const who = { ok: true, team_id: 'T0ACME0001', user_id: 'U0COUNTER1', bot_id: 'B0COUNTER1', user: 'countersign' };
    expect(await call(slack, 'auth.test')).toMatchObject(who);
    const asJson = await fetch(`${slack.apiUrl}users.info`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${slack.botToken}`, 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ user: ERIN }),
    });
    expect(await asJson.json()).toMatchObject({ ok: true, user: { id: ERIN } });
    const form = new FormData();
    form.set('user', ERIN);
    const asForm = await fetch(`${slack.apiUrl}users.info`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${slack.botToken}` },
      body: form,
    });
    expect(await asForm.json()).toMatchObject({ ok: true, user: { id: ERIN } });
  });

  it('answers 200 to what it refuses, and says why', async () => {
    const { slack } = await setStage();
    const refusals = [
      [await rawCall({ slack, method: 'auth.test', token: ['xoxb', 'somebody', 'else'].join('-') }), 'invalid_auth'],
      [await rawCall({ slack, method: 'auth.test', token: '' }), 'not_authed'],
      [
        await rawCall({
          slack,
          method: 'chat.postMessage',
          args: { channel: GENERAL, text: 'a' },
          token: slack.appToken,
        }),
        'not_allowed_token_type',
      ],
      [await rawCall({ slack, method: 'apps.connections.open' }), 'not_allowed_token_type'],
      [await rawCall({ slack, method: 'chat.shout' }), 'unknown_method'],
      [await rawCall({ slack, method: 'constructor' }), 'unknown_method'],
    ] as const;
    for (const [response, error] of refusals) {
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ ok: false, error });
    }
  });

  it('names the scope that is missing and the ones that are there', async () => {
    const { slack } = await setStage({ scopes: ['chat:write'] });
    const response = await rawCall({ slack, method: 'users.info', args: { user: ERIN } });
    expect(await response.json()).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write',
    });
    expect(response.headers.get('x-oauth-scopes')).toBe('chat:write');
    expect(response.headers.get('x-accepted-oauth-scopes')).toBe('users:read');
  });

  it('remembers every call, never a token', async () => {
    const { slack } = await setStage();
    await call(slack, 'chat.postMessage', {
      channel: GENERAL,
      text: 'hello',
      token: slack.botToken,
      blocks: [{ type: 'divider' }],
    });
    await call(slack, 'chat.postMessage', { channel: 'C0NOWHERE1', text: 'hello' });
    expect(slack.calls()).toMatchObject([
      { method: 'chat.postMessage', ok: true, error: null, args: { channel: GENERAL, blocks: [{ type: 'divider' }] } },
      { method: 'chat.postMessage', ok: false, error: 'channel_not_found' },
    ]);
    expect(JSON.stringify(slack.calls())).not.toContain(slack.botToken);
  });

  it('goes wrong on demand, as often as asked, then works again', async () => {
    const { slack } = await setStage();
    slack.failNext({ method: 'auth.test', fault: { kind: 'error', error: 'internal_error' }, times: 2 });
    slack.failNext({ method: 'auth.test', fault: { kind: 'rate-limited', retryAfterSeconds: 7 } });
    slack.failNext({ method: 'auth.test', fault: { kind: 'status', status: 503 } });
    expect(await call(slack, 'auth.test')).toEqual({ ok: false, error: 'internal_error' });
    expect(await call(slack, 'auth.test')).toEqual({ ok: false, error: 'internal_error' });
    expect((await rawCall({ slack, method: 'auth.test' })).headers.get('retry-after')).toBe('7');
    expect((await rawCall({ slack, method: 'auth.test' })).status).toBe(503);
    expect(await call(slack, 'auth.test')).toMatchObject({ ok: true });
  });

  it('can carry a call out and lose the answer', async () => {
    const { slack } = await setStage();
    slack.failNext({ method: 'chat.postMessage', fault: { kind: 'answer-lost' } });
    await expect(call(slack, 'chat.postMessage', { channel: GENERAL, text: 'did it arrive?' })).rejects.toThrow(
      'fetch failed',
    );
    expect(slack.seat.messages(ERIN, { channelId: GENERAL }).map((message) => message.text)).toEqual([
      'did it arrive?',
    ]);
  });
});

describe('rate limits', () => {
  it('let a short burst into a channel, then one message a second', async () => {
    const { slack, clock } = await setStage({ behaviour: { rateLimits: { perChannel: true, perMethod: false } } });
    const post = (channel: string) => rawCall({ slack, method: 'chat.postMessage', args: { channel, text: 'a' } });
    for (let sent = 0; sent < 5; sent += 1) expect((await post(GENERAL)).status).toBe(200);
    const refused = await post(GENERAL);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toEqual({ ok: false, error: 'ratelimited' });
    expect((await post('C0SEARCH01')).status).toBe(200);
    clock.monotonicMs += 1000;
    expect((await post(GENERAL)).status).toBe(200);
    expect((await post(GENERAL)).status).toBe(429);
  });

  it('count a person and the conversation with this person as one', async () => {
    const { slack } = await setStage({ behaviour: { rateLimits: { perChannel: true, perMethod: false } } });
    const post = (channel: string) => rawCall({ slack, method: 'chat.postMessage', args: { channel, text: 'a' } });
    for (let sent = 0; sent < 5; sent += 1) await post(ERIN);
    expect((await post('D0ERIN0001')).status).toBe(429);
  });

  it('give other methods what their tier promises', async () => {
    const { slack, clock } = await setStage({ behaviour: { rateLimits: { perChannel: false, perMethod: true } } });
    const list = () => rawCall({ slack, method: 'usergroups.list' });
    for (let asked = 0; asked < 20; asked += 1) expect((await list()).status).toBe(200);
    const refused = await list();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('3');
    clock.monotonicMs += 3000;
    expect((await list()).status).toBe(200);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '#domain/json.ts';
import type { Delivered } from '#workflow/ports/mailer.ts';
import type { OutboxRow } from '#workflow/ports/outbox.ts';
import { fakeOpenAiKey } from '../../support/fake-secret.ts';
import { agreeable } from '../fake-use-cases.ts';
import { openRig, type Rig } from '../face.ts';
import { readable } from '../hostile.ts';
import { approvalBy, bea, now, type PictureChange, samplePicture, searchKey } from '../pictures.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(() => rig.close());
beforeEach(() => {
  rig.witness.calls.length = 0;
  rig.places.clear();
  rig.entries.clear();
  // Every channel is free again.
  rig.clock.ahead += 5000;
});

let ids = 0;
const row = (kind: OutboxRow['kind'], payload: JsonObject): OutboxRow => ({
  id: (ids += 1),
  kind,
  key: `${kind}:${ids}`,
  lane: 'normal',
  payload,
  notBefore: now,
  attempts: 0,
  wantedAt: now,
});
const ofRequest = (kind: OutboxRow['kind']) => row(kind, { requestId: searchKey });

function stands(change: PictureChange): void {
  rig.stand.play(agreeable({ picture: () => Promise.resolve(samplePicture(change)) }));
}

/** Delivers and remembers, as the outbox does; the erin of the witness receives the DMs. */
async function deliver(sent: OutboxRow): Promise<Delivered> {
  const delivered = await rig.face.mailer.deliver(sent);
  if (delivered.kind === 'sent' && delivered.remember !== null)
    rig.places.set(delivered.remember.key, delivered.remember.place);
  return delivered;
}

/** Without the question whether a channel is shared, which comes before what is said there. */
const said = () => rig.witness.calls.filter(({ method }) => method !== 'conversations.info');
const methods = (): readonly string[] => said().map((call) => call.method);
const shown = (): string => readable(rig.witness.calls.at(-1)?.args['blocks']);

describe('the requester’s message', () => {
  test('of a draft that took long can be looked at and sent', async () => {
    stands({ state: 'draft' });
    await deliver(ofRequest('requester-dm'));
    expect(methods()).toEqual(['chat.postMessage']);
    expect(shown()).toContain('Look and send');
  });
});

describe('a card', () => {
  test('is posted once and updated in place ever after', async () => {
    stands({});
    expect(await deliver(ofRequest('card'))).toMatchObject({
      kind: 'sent',
      remember: { key: `card:${searchKey}`, place: { channelId: rig.channels.current.approvals } },
    });
    rig.clock.ahead += 1000;
    stands({ state: 'denied' });
    expect(await deliver(ofRequest('card'))).toEqual({ kind: 'sent', remember: null });
    expect(methods()).toEqual(['chat.postMessage', 'chat.update']);
    expect(shown()).toContain('Denied.');
    expect(said()[0]?.args['metadata']).toEqual({
      event_type: 'countersign',
      event_payload: { request: searchKey },
    });
  });

  test('that somebody deleted is posted anew, and the new place is remembered', async () => {
    stands({});
    const channelId = rig.channels.current.approvals;
    rig.places.set(`card:${searchKey}`, { channelId, ts: '1.000001' });
    const delivered = await deliver(ofRequest('card'));
    expect(methods()).toEqual(['chat.update', 'chat.postMessage']);
    expect(delivered).toMatchObject({ kind: 'sent', remember: { place: { channelId } } });
    expect(rig.places.get(`card:${searchKey}`)?.ts).not.toBe('1.000001');
  });

  test('of a request that is not in the record is given up', async () => {
    rig.stand.play(agreeable({ picture: () => Promise.resolve(null) }));
    expect(await deliver(ofRequest('card'))).toEqual({
      kind: 'failed',
      why: 'The row names nothing that can be drawn',
      canRetry: false,
    });
    expect(await deliver(row('card', { requestId: 'nonsense' }))).toMatchObject({ kind: 'failed', canRetry: false });
  });
});

test('the requester has one DM, which Slack opens for it, and finds Make my key there', async () => {
  const erin = await rig.witness.userId('erin@acme.example');
  const picture = samplePicture({ state: 'waiting', decisions: [approvalBy(bea, 'Bea Lindqvist')] });
  const { record } = picture;
  const mine = {
    ...picture,
    record: {
      ...record,
      terms: { ...record.terms, requester: { ...record.terms.requester, slackId: erin as typeof bea } },
    },
  };
  rig.stand.play(agreeable({ picture: () => Promise.resolve(mine) }));
  const delivered = await deliver(ofRequest('requester-dm'));
  expect(delivered).toMatchObject({
    kind: 'sent',
    remember: { key: `dm:${searchKey}`, place: { channelId: expect.stringMatching(/^D/) as string } },
  });
  expect(rig.witness.calls.at(-1)?.args['text']).toMatch(
    /^Bea Lindqvist approved\. Your key is made when you press, until 2026-11-24 09:00 UTC\./,
  );
  expect(shown()).toContain('Make my key');
  rig.clock.ahead += 1000;
  await deliver(ofRequest('requester-dm'));
  expect(methods()).toEqual(['chat.postMessage', 'chat.update']);
});

describe('the story', () => {
  const settled = {
    v: 1,
    kind: 'call.settled',
    who: 'system:execute',
    what: {
      attempt: 1,
      position: 1,
      step: 'account',
      outcome: 'applied',
      method: 'POST',
      path: '/organization/projects/proj_search/service_accounts',
      status: 200,
      vendorRequestId: 'req_1',
      durationMs: 12,
    },
  };
  const entry = (body: string | null) => ({
    seq: 4801,
    at: now,
    requestId: searchKey,
    prev: '',
    hash: '',
    bodyHash: '',
    body,
    salt: '',
  });

  test('is one message with the range and head of its entries, and its calls in the thread a second later', async () => {
    stands({ state: 'succeeded', decisions: [approvalBy(bea, 'Bea Lindqvist')], outcome: 'Collected by Erin Vale.' });
    rig.entries.set(searchKey, [entry(JSON.stringify(settled)), entry(null)]);
    const told = ofRequest('story');
    expect(await deliver(told)).toEqual({ kind: 'busy', afterMs: 1000 });
    expect(shown()).toContain('Audit #4801–4809 · 9c2f9c2f9c2f9c2f…');
    expect(shown()).toContain('Approved by Bea Lindqvist');
    rig.clock.ahead += 1000;
    expect(await deliver(told)).toMatchObject({ kind: 'sent', remember: { key: `story:${searchKey}` } });
    const [first, thread] = said();
    const { ts } = first!.answer as { ts: string };
    expect(thread?.args['thread_ts']).toBe(Number(ts));
    expect(shown()).toContain(
      'POST /organization/projects/proj_search/service_accounts · 200, applied · req_1 · 12 ms',
    );
  });

  test('of a request that sent nothing has no thread', async () => {
    stands({ state: 'denied' });
    expect(await deliver(ofRequest('story'))).toMatchObject({ kind: 'sent' });
    expect(methods()).toEqual(['chat.postMessage']);
  });
});

describe('other messages', () => {
  test('a finding goes to the alerts channel', async () => {
    rig.findings.set(7, {
      id: 7,
      detection: 'keys.mass-creation',
      key: 'k',
      severity: 'high',
      title: '12 keys in 5 minutes',
      lines: ['by <!channel>'],
      at: now,
      count: 2,
    });
    expect(await deliver(row('alert', { findingId: 7 }))).toEqual({ kind: 'sent', remember: null });
    expect(rig.witness.calls.at(-1)?.args).toMatchObject({ channel: rig.channels.current.alerts });
    expect(shown()).toContain('12 keys in 5 minutes');
    expect(rig.witness.calls.at(-1)?.args['text']).not.toContain('<!channel>');
    expect(await deliver(row('alert', { findingId: 8 }))).toMatchObject({ kind: 'failed', canRetry: false });
  });

  test('refusals are gathered into one message in the audit channel', async () => {
    const lines = [
      { who: 'U0GUS00001', via: 'button', code: 'person.guest', rule: 'Guests cannot use Countersign.', count: 3 },
    ];
    await deliver(row('refusals', { lines, more: 4 }));
    expect(rig.witness.calls.at(-1)?.args).toMatchObject({ channel: rig.channels.current.audit });
    for (const part of ['@U0GUS00001', 'button', '3 times', 'Guests cannot use Countersign.', 'person.guest'])
      expect(shown()).toContain(part);
    expect(shown()).toContain('and 4 more in the audit chain');
  });

  test('a notice goes where it says, else to the alerts channel', async () => {
    await deliver(row('notice', { text: 'The vendor cannot be reached.' }));
    expect(rig.witness.calls.at(-1)?.args).toMatchObject({ channel: rig.channels.current.alerts });
    await deliver(row('notice', { text: 'Hello', channel: rig.channels.current.audit }));
    expect(rig.witness.calls.at(-1)?.args).toMatchObject({ channel: rig.channels.current.audit });
  });
});

describe('limits', () => {
  const notice = (text: string) => row('notice', { text });

  test('a channel gets one message a second, and waiting costs no attempt', async () => {
    expect(await deliver(notice('one'))).toMatchObject({ kind: 'sent' });
    expect(await deliver(notice('two'))).toEqual({ kind: 'busy', afterMs: expect.any(Number) as number });
    rig.clock.ahead += 1000;
    expect(await deliver(notice('two'))).toMatchObject({ kind: 'sent' });
  });

  test('Slack’s own word about how long is kept', async () => {
    rig.witness.failNext('chat.postMessage', {
      status: 429,
      body: { ok: false, error: 'ratelimited' },
      headers: { 'retry-after': '7' },
    });
    expect(await deliver(notice('one'))).toEqual({ kind: 'busy', afterMs: 7000 });
    rig.clock.ahead += 3000;
    expect(await deliver(notice('one'))).toMatchObject({ kind: 'busy' });
    rig.clock.ahead += 4000;
    expect(await deliver(notice('one'))).toMatchObject({ kind: 'sent' });
  });

  test.each([
    [{ status: 500, body: {} }, 'unreachable', true],
    [{ body: { ok: false, error: 'internal_error' } }, 'internal_error', true],
    [{ body: { ok: false, error: 'channel_not_found' } }, 'channel_not_found', false],
    [{ body: { ok: false, error: 'not_in_channel' } }, 'not_in_channel', false],
  ])('an answer of %j is %s, and can be tried again: %s', async (failure, why, canRetry) => {
    rig.witness.failNext('chat.postMessage', failure);
    expect(await deliver(notice('one'))).toEqual({ kind: 'failed', why, canRetry });
    // One call, one attempt: trying again is the outbox's business.
    expect(methods()).toEqual(['chat.postMessage']);
  });

  test('nothing that holds a key leaves, whatever asks for it', async () => {
    const key = fakeOpenAiKey();
    expect(await deliver(notice(`look: ${key}`))).toMatchObject({ kind: 'failed', canRetry: false });
    stands({ reason: `because ${key}` });
    expect(await deliver(ofRequest('card'))).toMatchObject({ kind: 'failed', canRetry: false });
    expect(methods()).toEqual([]);
    expect(JSON.stringify(rig.lines)).not.toContain(key);
  });
});

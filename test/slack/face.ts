import { createHmac, randomBytes } from 'node:crypto';
import { request as send } from 'node:http';
import type { MessagePlace } from '#workflow/ports/messages.ts';
import type { Reading } from '#workflow/ports/store.ts';
import { catalogue } from '#operations/catalogue.ts';
import { Secret } from '#domain/secret.ts';
import { openSlack } from '#slack/open-slack.ts';
import type { Channels, SlackFace, SlackOptions } from '#slack/slack-face.ts';
import { createStand, type Stand } from './fake-use-cases.ts';
import { macKey } from './pointers.ts';
import { openWitness, type Witness, witnessToken } from './witness.ts';

export interface Reply {
  readonly status: number;
  readonly body: string;
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface Rig {
  readonly face: SlackFace;
  readonly address: string;
  readonly witness: Witness;
  readonly stand: Stand;
  readonly lines: LogLine[];
  readonly places: Map<string, MessagePlace>;
  readonly findings: Map<number, NonNullable<Awaited<ReturnType<Reading['watch']['finding']>>>>;
  readonly entries: Map<string, Awaited<ReturnType<Reading['audit']['entriesOf']>>>;
  readonly nonces: Set<string>;
  readonly channels: { current: Channels };
  readonly clock: { ahead: number };
  /** Posts bytes to the face as Slack would, signed unless told otherwise. */
  deliver(
    body: string,
    how?: {
      contentType?: string;
      at?: number;
      secret?: string;
      headers?: Readonly<Record<string, string>>;
      path?: string;
      method?: string;
    },
  ): Promise<Reply>;
  command(text: string, more?: Readonly<Record<string, string>>): Promise<Reply>;
  /** Anything that arrives as JSON in a form: clicks, submissions, shortcuts, look-ups. */
  interact(payload: object): Promise<Reply>;
  event(event: object, id?: string): Promise<Reply>;
  close(): Promise<void>;
}

const signingSecret = 'f'.repeat(32);
const form = 'application/x-www-form-urlencoded';

export function sign(body: string, at: number, secret: string = signingSecret): Readonly<Record<string, string>> {
  const seconds = Math.floor(at / 1000);
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` };
}

function post(
  url: URL,
  how: { method: string; headers: Readonly<Record<string, string>>; body: string },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = send(url, { method: how.method, headers: how.headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end(how.body);
  });
}

function reading(rig: Pick<Rig, 'places' | 'findings' | 'entries'>): Reading {
  // The face reads no more of the memory than these.
  return {
    questions: { of: () => Promise.resolve([]) },
    desk: { asking: () => Promise.resolve(new Map()) },
    messages: { place: (key: string) => Promise.resolve(rig.places.get(key) ?? null) },
    watch: { finding: (id: number) => Promise.resolve(rig.findings.get(id) ?? null) },
    audit: { entriesOf: (id: string) => Promise.resolve(rig.entries.get(id) ?? []) },
  } as unknown as Reading;
}

/** A whole face over HTTP, between the witness as Slack's Web API and a driver that plays Slack's deliveries. */
export async function openRig(change: Partial<SlackOptions> = {}): Promise<Rig> {
  const witness = await openWitness();
  const stand = createStand();
  const lines: LogLine[] = [];
  const memory = { places: new Map(), findings: new Map(), entries: new Map() };
  const nonces = new Set<string>();
  const clock = { ahead: 0 };
  const now = (): number => Date.now() + clock.ahead;
  const log = (level: LogLine['level']) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void lines.push({ level, fields, message });
  const channels = {
    current: {
      approvals: await witness.channelId('approvals'),
      audit: await witness.channelId('audit'),
      alerts: await witness.channelId('alerts'),
      sharedInside: [],
    },
  };
  const face = await openSlack({
    useCases: stand.useCases,
    catalogue,
    clock: { now },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    commandName: '/openai',
    channels: () => channels.current,
    isPractice: false,
    macKey,
    deployment: 'test',
    transport: { kind: 'http', signingSecret: new Secret(signingSecret), host: '127.0.0.1', port: 0 },
    botToken: new Secret(witnessToken),
    apiUrl: witness.apiUrl,
    nonces: { claim: (key) => Promise.resolve(nonces.size < nonces.add(key).size) },
    onFatal: (reason) => void lines.push({ level: 'error', fields: { reason }, message: 'fatal' }),
    read: reading(memory),
    ...change,
  });
  const { address } = await face.start();

  const deliver: Rig['deliver'] = (body, how = {}) => {
    const signed = sign(body, how.at ?? now(), how.secret);
    const headers = { 'content-type': how.contentType ?? form, ...signed, ...how.headers };
    const url = new URL(how.path ?? '/slack/events', address);
    return post(url, { method: how.method ?? 'POST', headers, body });
  };
  return {
    face,
    address,
    witness,
    stand,
    lines,
    ...memory,
    nonces,
    channels,
    clock,
    deliver,
    command: async (text, more = {}) =>
      deliver(
        new URLSearchParams({
          team_id: face.teamId,
          channel_id: 'C0GENERAL1',
          user_id: 'U000000001',
          user_name: 'admin',
          command: '/openai',
          text,
          response_url: witness.responseUrl,
          trigger_id: await witness.trigger(),
          ...more,
        }).toString(),
      ),
    interact: (payload) =>
      deliver(
        new URLSearchParams({
          payload: JSON.stringify({
            team: { id: face.teamId },
            user: { id: 'U000000001', team_id: face.teamId },
            ...payload,
          }),
        }).toString(),
      ),
    event: (event, id = `Ev${randomBytes(6).toString('hex')}`) =>
      deliver(JSON.stringify({ type: 'event_callback', team_id: face.teamId, event_id: id, event_time: 0, event }), {
        contentType: 'application/json',
      }),
    async close() {
      await face.stop();
      await witness.close();
    },
  };
}

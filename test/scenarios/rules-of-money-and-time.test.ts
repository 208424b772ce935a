import { afterEach, describe, expect, it } from 'vitest';
import { hourMs } from '#domain/instant.ts';
import { type Player, readMessage } from './player.ts';
import { openScene, type Scene, unhurriedPolicy } from './scene.ts';

let scene: Scene;
afterEach(() => scene.close());

/** The sandbox's policy with more rules above its own, and more sections below. */
async function open(rules: string, more = '', also = (text: string) => text): Promise<void> {
  const text = also(await unhurriedPolicy()).replace('rules:\n', `rules:\n${rules}\n`);
  scene = await openScene({ policyText: `${text}\n${more}\n` });
}

/** What somebody is told who asks for this: the end of the preview, or why not. */
async function told(by: Player, words: string): Promise<string> {
  await by.type(`/openai ${words}`);
  await scene.world.settle();
  if (!by.hasModal()) return readMessage(by.hint());
  const text = by.modalText();
  await by.closeModal();
  return text;
}

describe('rules about money', () => {
  const rules = `  - name: Nothing beyond five thousand
    operations: spend-limits.set
    requesters: everyone
    when: { amount: { over: $5000 } }
    deny: true
    why: More than $5000 is signed for outside Slack.
  - name: A large raise
    operations: [spend-limits.set, spend-limits.remove]
    requesters: everyone
    when: { increase: { over: $100 } }
    approvals: 3
    from: approvers
  - name: Any change where much can be spent
    operations: spend-limits.set
    requesters: everyone
    when: { hard_limit: { over: $1000 } }
    approvals: 2
    from: approvers`;

  // In the sandbox playground has a hard limit of $200 and data-science one of $1200.
  it.each([
    ['raises it by as much as the rule leaves', 'set playground --amount 300', '1 person from approvers'],
    ['raises it by a cent more', 'set playground --amount 300.01', '3 people from approvers'],
    ['takes it away, which is more than any raise', 'remove playground', '3 people from approvers'],
    [
      'lowers it where more than the rule says is allowed now',
      'set data-science --amount 1000',
      '2 people from approvers',
    ],
    ['sets it beyond the end', 'set playground --amount 5001', 'signed for outside Slack'],
  ])('judge whoever %s', async (_, words, expected) => {
    await open(rules);
    expect(await told(scene.erin, `spend-limits ${words} --reason "the workshop"`)).toContain(expected);
  });
});

describe('rules about time, an incident and who is on call', () => {
  const rules = `  - name: On call stops keys during an incident
    operations: keys.issue
    requesters: everyone
    when: { on_call: rota, incident: true }
    from: security
  - name: At night two people look
    operations: keys.issue
    requesters: everyone
    when: { outside_hours: { days: [mon, tue, wed, thu, fri, sat, sun], from: "08:00", to: "18:00", zone: UTC } }
    approvals: 2
    from: approvers
  - name: Long keys are for security
    operations: keys.issue
    requesters: everyone
    when: { lease: { over: 60d }, not_from: security }
    deny: true
    why: Only security asks for a key of more than 60 days.`;
  const rota = (text: string): string => text.replace('groups:\n', 'groups:\n  rota: [omar]\n');
  const ask = (more: string) => `keys issue search-dev --name night --access requests ${more}`;

  /** At this hour of the next day that has it. */
  async function openAt(hour: number): Promise<void> {
    await open(rules, 'incident_link: https://incidents.acme.example/*', rota);
    const now = scene.world.clock.now();
    const then = new Date(now).setUTCHours(hour, 0, 0, 0);
    await scene.world.advance(then > now ? then - now : then + 24 * hourMs - now);
  }

  it.each([
    [3, '2 people from approvers'],
    [10, '1 person from approvers'],
  ])('at %i o’clock ask %s', async (hour, expected) => {
    await openAt(hour);
    expect(await told(scene.erin, ask('--for 30d --reason "a deadline"'))).toContain(expected);
  });

  it('let whoever is on call do with less during an incident, and only then, and nobody else', async () => {
    await openAt(3);
    const { erin, omar } = scene;
    const incident = '--for 30d --reason "https://incidents.acme.example/7 is burning"';
    expect(await told(omar, ask(incident))).toContain('1 person from security');
    expect(await told(omar, ask('--for 30d --reason "nothing burns"'))).toContain('2 people from approvers');
    expect(await told(erin, ask(incident))).toContain('2 people from approvers');
  });

  it('deny a long key to whoever is not of security', async () => {
    await openAt(10);
    const long = ask('--for 61d --reason "the archive"');
    expect(await told(scene.erin, long)).toContain('Only security asks for a key of more than 60 days.');
    expect(await told(scene.sam, long)).toContain('1 person from approvers');
  });
});

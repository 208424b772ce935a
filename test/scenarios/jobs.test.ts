import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { hourMs } from '#domain/instant.ts';
import { type JobName, rhythm } from '#schedule/jobs.ts';
import { askForKey, askToRevoke, deny } from './key-story.ts';
import { openScene, roomyPolicy, type Scene } from './scene.ts';

/** What a job may do with a request that nobody has approved: nothing at all, or end it when its time is over. */
const jobs: Readonly<Record<JobName, 'nothing' | 'ends what is overdue'>> = {
  'execute-approved': 'nothing',
  'settle-unknown': 'nothing',
  'deliver-outbox': 'nothing',
  'expire-requests': 'ends what is overdue',
  'take-host-asks': 'nothing',
  'reach-slack': 'nothing',
  'flush-refusals': 'nothing',
  'flush-calls': 'nothing',
  'watch-audit-log': 'nothing',
  'refresh-mirror': 'nothing',
  'watch-places': 'nothing',
  'watch-people': 'nothing',
  'watch-groups': 'nothing',
  'watch-clock': 'nothing',
  'forget-old': 'nothing',
  'remind-approvers': 'nothing',
  'send-digests': 'nothing',
  'remind-debts': 'nothing',
  'tell-shortages': 'nothing',
};

/** Every job is an entry point too: none of them may do what two people did not agree on. */
describe('every job, before anybody has approved', () => {
  let scene: Scene;
  const open: RequestId[] = [];
  beforeAll(async () => {
    scene = await openScene({ policyText: await roomyPolicy() });
    open.push(await askForKey(scene, { name: 'never-approved' }));
    open.push(await askToRevoke(scene, 'hackday'));
    await deny(scene, scene.bea, await askForKey(scene, { name: 'denied' }));
    await scene.erin.type(
      '/openai keys issue search-dev --name only-a-draft --for 7d --access requests --reason "a draft"',
    );
    await scene.world.settle();
  });
  afterAll(() => scene.close());

  const sent = () => scene.world.openai.calls().filter(({ method }) => method !== 'GET');
  const states = async () => {
    const records = await scene.world.bot().store.read.requests.list({ limit: 100 });
    return records.map(({ terms, state }) => [terms.id, state]);
  };

  it.each(Object.keys(rhythm) as JobName[])('%s sends nothing and moves nothing', async (job) => {
    const before = { sent: sent(), states: await states() };
    await scene.world.bot().scheduler.run(job);
    expect({ sent: sent(), states: await states() }).toEqual(before);
  });

  it('three days later only the job that expires requests has moved them, and still nothing was sent', async () => {
    const before = sent();
    await scene.world.advance(73 * hourMs);
    const records = await scene.world.bot().store.read.requests.list({ limit: 100 });
    const ofOpen = records.filter(({ terms }) => open.includes(terms.id));
    expect(ofOpen.map(({ state }) => state)).toEqual(['expired', 'expired']);
    expect(sent()).toEqual(before);
    expect(Object.entries(jobs).filter(([, may]) => may !== 'nothing')).toEqual([
      ['expire-requests', 'ends what is overdue'],
    ]);
  });
});

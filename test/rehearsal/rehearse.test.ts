import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stageIn } from '#cli/rehearsal-stage.ts';
import { minuteMs } from '#domain/instant.ts';
import { rehearse } from '#rehearsal/rehearse.ts';
import { reportLines, type Took } from '#rehearsal/report.ts';
import { openScene, type Scene } from '../scenarios/scene.ts';

const wanted = { invitee: 'rehearsal@acme.example', archive: false };

describe('a rehearsal in the sandbox', () => {
  let scene: Scene;
  let told: Took[];
  const play = (more: Partial<typeof wanted> = {}) =>
    rehearse(
      stageIn(scene.world, (took) => void told.push(took)),
      { ...wanted, ...more },
    );
  const stateOf = (id: string) => told.find((took) => took.id === id)?.state;

  beforeEach(async () => {
    told = [];
    scene = await openScene();
  });
  afterEach(() => scene.close());

  test('plays the whole story through approvals, and finds each change in OpenAI’s audit log as its own', async () => {
    const report = await play();
    expect(told.filter(({ state }) => state !== 'passed').map(({ id }) => id)).toEqual(['archive']);
    expect(report.passed).toBe(true);
    for (const { calls, attributed, request, id } of report.scenes) {
      expect(attributed).toBe(calls);
      if (request !== null) expect([id, calls]).not.toEqual([id, 0]);
    }
    expect(reportLines(report).at(-1)).toBe('passed: 11 steps, 1 left out');
    const left = scene.world.openai.board().projects.find(({ name }) => name === report.project);
    expect(left?.keys).toEqual([]);
  });

  test('uses the project of the last rehearsal again, unless it was archived', async () => {
    const first = await play();
    const second = await play({ archive: true });
    expect(second.project).toBe(first.project);
    expect(told.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(second.passed).toBe(true);
    expect((await play()).project).not.toBe(first.project);
  });

  test('says what failed, leaves out what needed it, and goes on', async () => {
    const limits = '/organization/projects/*/rate_limits/*';
    scene.world.openai.failNext({ method: 'POST', pathPattern: limits, fault: 'drop_before', times: 5 });
    const report = await play();
    expect(report.passed).toBe(false);
    expect([stateOf('limit'), stateOf('unlimit'), stateOf('revoke')]).toEqual(['failed', 'left-out', 'passed']);
    expect(reportLines(report).at(-1)).toBe('NOT passed; see above');
  });

  test('takes back what nobody decides', async () => {
    const stage = stageIn(scene.world, (took) => void told.push(took));
    const report = await rehearse({ ...stage, turn: () => scene.world.advance(2 * minuteMs) }, wanted);
    expect(report.passed).toBe(false);
    const open = await scene.world.bot().store.read.requests.list({ states: ['pending', 'waiting'], limit: 10 });
    expect(open).toEqual([]);
  });

  test('does not pass when the audit log does not show a change as ours', async () => {
    const stage = stageIn(scene.world, (took) => void told.push(took));
    const vendor = { ...stage.house.vendor };
    const read: typeof vendor.read = (call, how) =>
      call.endpoint === 'GET /organization/audit_logs'
        ? Promise.resolve({ data: [] })
        : stage.house.vendor.read(call, how);
    const report = await rehearse({ ...stage, house: { ...stage.house, vendor: { ...vendor, read } } }, wanted);
    expect(report.passed).toBe(false);
    expect(reportLines(report)[0]).toContain('does not (yet) show as ours: Create the rehearsal project');
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stageIn } from '#cli/rehearsal-stage.ts';
import { minuteMs } from '#domain/instant.ts';
import { isJsonObject, type JsonObject } from '#domain/json.ts';
import { findProject } from '#rehearsal/own-project.ts';
import { rehearse, type Wanted } from '#rehearsal/rehearse.ts';
import { reportLines, type Took } from '#rehearsal/report.ts';
import type { Stage } from '#rehearsal/stage.ts';
import type { Vendor } from '#workflow/ports/vendor.ts';
import { openScene, type Scene } from '../scenarios/scene.ts';

const wanted: Wanted = { invitee: 'rehearsal@acme.example', archive: false };

describe('a rehearsal in the sandbox', () => {
  let scene: Scene;
  let told: Took[];
  const play = (more: Partial<Wanted> = {}) =>
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
    const report = await rehearse(
      withLog(() => false),
      wanted,
    );
    expect(report.passed).toBe(false);
    expect(reportLines(report)[0]).toBe(
      'NO    Create the rehearsal project: OpenAI’s audit log does not (yet) show this as ours; 0 of 1 change found.',
    );
  });

  test('does not take an event about a thing’s making for one about its end', async () => {
    const report = await rehearse(
      withLog(({ type }) => !type.endsWith('.deleted')),
      wanted,
    );
    expect(report.passed).toBe(false);
    const missing = report.scenes.filter(({ calls, attributed }) => attributed < calls).map(({ id }) => id);
    expect(missing).toEqual(['revoke', 'admin-key-gone', 'uninvite']);
  });

  test('says so when OpenAI does not show which admin key is ours', async () => {
    const stage = stageIn(scene.world, (took) => void told.push(took));
    const vendor = { ...stage.house.vendor, isOwnKey: () => false };
    // Once found it is remembered by this name, and the watch has found it already.
    const organization = 'one that the watch has not seen';
    const report = await rehearse({ ...stage, house: { ...stage.house, organization, vendor } }, wanted);
    expect([report.passed, report.knowsOwnKey]).toEqual([false, false]);
    expect(reportLines(report)[0]).toContain('does not show which admin key is this bot’s');
  });

  test('lists what it made and could not take away', async () => {
    const accounts = '/organization/projects/*/service_accounts/*';
    scene.world.openai.failNext({ method: 'DELETE', pathPattern: accounts, fault: 'status_500', times: 50 });
    const report = await play();
    expect([report.passed, stateOf('issue'), stateOf('revoke')]).toEqual([false, 'passed', 'failed']);
    expect(report.leftOver).toHaveLength(1);
    expect(report.leftOver[0]).toContain(report.project);
    expect(reportLines(report)).toContain(`LEFT  ${report.leftOver[0] ?? ''}`);
  });

  test('leaves nothing over when everything passed', async () => {
    expect((await play()).leftOver).toEqual([]);
  });

  test('makes a new project when the last one was archived in the dashboard', async () => {
    const first = await play();
    const stage = stageIn(scene.world, (took) => void told.push(took));
    const read: Vendor['read'] = async (call, how) => {
      const answer = await stage.house.vendor.read(call, how);
      const isIt = isJsonObject(answer) && answer['name'] === first.project;
      return isIt ? { ...answer, status: 'archived' } : answer;
    };
    const vendor = { ...stage.house.vendor, read };
    expect(await findProject(stage.house)).toBe(first.project);
    expect(await findProject({ ...stage.house, vendor })).toBeNull();
  });

  test('leaves the invitation out without an address, and says why', async () => {
    const report = await play({ invitee: null });
    expect([report.passed, stateOf('invite'), stateOf('uninvite')]).toEqual([true, 'left-out', 'left-out']);
    expect(told.find(({ id }) => id === 'invite')?.says).toContain('no address to invite');
  });

  /** The stage with only some of the vendor's events in its log. */
  function withLog(isShown: (event: { readonly type: string }) => boolean): Stage {
    const stage = stageIn(scene.world, (took) => void told.push(took));
    const read: Vendor['read'] = async (call, how) => {
      const answer = await stage.house.vendor.read(call, how);
      if (call.endpoint !== 'GET /organization/audit_logs' || !isJsonObject(answer)) return answer;
      const events = answer['data'] as unknown as readonly (JsonObject & { readonly type: string })[];
      return { ...answer, data: events.filter(isShown) };
    };
    return { ...stage, house: { ...stage.house, vendor: { ...stage.house.vendor, read } } };
  }
});

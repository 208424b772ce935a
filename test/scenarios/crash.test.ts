import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { tamperWithAudit } from '#sandbox/world/tamper.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import {
  accountsNamed,
  approve,
  askForKey,
  askToRevoke,
  keyIn,
  keysOnBoard,
  letterOf,
  openDecision,
  pressMakeMyKey,
} from './key-story.ts';
import { approvals, readMessage } from './player.ts';
import { openScene, type Scene, unhurriedPolicy } from './scene.ts';

const accounts = '/organization/projects/*/service_accounts';

describe('the bot that stops in the middle', () => {
  let scene: Scene;
  let folder: string;
  let isPolicyBroken: boolean;
  beforeEach(async () => {
    isPolicyBroken = false;
    const policy = await unhurriedPolicy();
    const policyText = () => (isPolicyBroken ? `${policy}\nnonsense: true\n` : policy);
    scene = await openScene({ openaiTimeouts: { totalMs: 700 }, policyText });
    folder = mkdtempSync(join(tmpdir(), 'countersign-crash-'));
  });
  afterEach(async () => {
    expect((await verifyAudit(scene.world.bot().store.read.audit)).ok).toBe(true);
    await scene.close();
    rmSync(folder, { recursive: true });
  });

  const stateOf = async () => (await scene.newest()).state;
  const parts = ['', '-wal'];

  /** As if the power had gone at this moment: the files as they are now are all that the next bot has. */
  async function crash(): Promise<void> {
    const { world } = scene;
    const path = world.databasePath();
    for (const part of parts) if (existsSync(path + part)) copyFileSync(path + part, join(folder, `db${part}`));
    await world.restart(async () => {
      for (const part of [...parts, '-shm']) rmSync(path + part, { force: true });
      for (const part of parts)
        if (existsSync(join(folder, `db${part}`))) copyFileSync(join(folder, `db${part}`), path + part);
    });
  }

  const hung = () =>
    vi.waitUntil(() => scene.world.openai.calls().some(({ fault }) => fault === 'hang'), { interval: 5 });

  it.each([
    ['account', accounts],
    ['role', `${accounts}/*`],
    ['key', `${accounts}/*/api_keys`],
  ])(
    'deletes what nobody saw when it crashed while the %s was being made, and the approval still holds',
    async (step, pathPattern) => {
      const { bea, erin, world } = scene;
      const name = `crashed-at-${step}`;
      const id = await askForKey(scene, { name });
      await approve(scene, bea, id);
      world.openai.failNext({ method: 'POST', pathPattern, fault: 'hang' });
      await erin.press(letterOf(erin, id), 'Make my key');
      await hung();
      expect(await stateOf()).toBe('executing');
      expect(await accountsNamed(world, name)).toHaveLength(1);
      await crash();
      expect(await stateOf()).toBe('unknown');
      for (let round = 0; round < 3; round += 1) await world.advance(40 * secondMs);
      expect(await stateOf()).toBe('waiting');
      expect(await accountsNamed(world, name)).toEqual([]);
      await erin.closeModal();
      await pressMakeMyKey(scene, erin, id);
      expect(keyIn(erin.modal())).not.toBeNull();
      expect(await accountsNamed(world, name)).toHaveLength(1);
    },
  );

  it('finds out what came of a revocation that it crashed in, and sends it once', async () => {
    const { bea, erin, world } = scene;
    await erin.type('/openai keys list search-dev');
    await world.settle();
    const id = await askToRevoke(scene, '"jonas notebook"');
    world.openai.failNext({ method: 'DELETE', pathPattern: '/organization/projects/*/api_keys/*', fault: 'hang' });
    await openDecision(scene, bea, id);
    await bea.submit();
    await hung();
    await crash();
    await world.advance(minuteMs);
    expect(await stateOf()).toBe('succeeded');
    expect(keysOnBoard(world, 'jonas notebook')).toEqual([]);
    expect(world.openai.calls().filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  it('lets a call that is under way come to its end when it is asked to stop', async () => {
    const { bea, erin, world } = scene;
    const id = await askForKey(scene, { name: 'asked-to-stop' });
    await approve(scene, bea, id);
    await erin.press(letterOf(erin, id), 'Make my key');
    await world.restart();
    await world.settle();
    const isMade = keyIn(erin.modal()) !== null;
    expect(await stateOf()).toBe(isMade ? 'succeeded' : 'waiting');
    expect(await accountsNamed(world, 'asked-to-stop')).toHaveLength(isMade ? 1 : 0);
  });

  it('goes on after a restart wherever a request stood: previewed, pending and waiting', async () => {
    const { bea, erin, world } = scene;
    await erin.type('/openai keys issue search-dev --name long-way --for 1d --access read --reason "through restarts"');
    await world.settle();
    await world.restart();
    await erin.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    await openDecision(scene, bea, id);
    await world.restart();
    await bea.submit();
    await world.settle();
    await world.restart();
    await pressMakeMyKey(scene, erin, id);
    expect(keyIn(erin.modal())).not.toBeNull();
    expect(bea.messages(approvals).filter(({ text }) => text.includes(`R-${id.slice(-8)}`))).toHaveLength(1);
  });

  it('delivers after a restart what it had not yet said', async () => {
    const { bea, erin, world } = scene;
    await erin.type('/openai keys issue search-dev --name unsaid --for 1d --access read --reason "unsaid"');
    await world.settle();
    world.slack.failNext({ method: 'chat.postMessage', fault: { kind: 'status', status: 503 }, times: 2 });
    await erin.submit();
    await world.bot().scheduler.run('deliver-outbox');
    expect(bea.messages(approvals)).toEqual([]);
    await world.restart();
    await world.advance(minuteMs);
    expect(bea.messages(approvals)).toHaveLength(1);
  });

  it('lets go of everything when it cannot start, so that the next start can', async () => {
    const { world } = scene;
    isPolicyBroken = true;
    await expect(world.restart()).rejects.toThrow('policy');
    isPolicyBroken = false;
    await world.restart();
    await scene.erin.type('/openai help');
    await world.settle();
    expect(readMessage(scene.erin.hint())).toContain('keys');
  });
});

describe('the bot that starts', () => {
  it('refuses a database whose audit chain somebody has changed, and says where it is broken', async () => {
    const scene = await openScene();
    const { world } = scene;
    await askForKey(scene);
    const restarted = world.restart(async () => {
      tamperWithAudit(world.databasePath());
    });
    await expect(restarted).rejects.toThrow(/The audit chain is broken at entry \d+/);
    await scene.close();
  });
});

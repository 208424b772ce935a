import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Secret as OtpSecret, TOTP } from 'otpauth';
import { personId } from '#domain/ids.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { alerts, readMessage } from '../../scenarios/player.ts';
import type { Scene } from '../../scenarios/scene.ts';
import { onHost, openHost, PROCESS_MS, shellOf } from '../beside-a-bot.ts';

describe('countersign enrol beside a running bot', { timeout: PROCESS_MS }, () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openHost();
  });
  afterAll(() => scene.close());

  const stepUp = () => scene.world.bot().store.read.stepUp;

  /** Runs it as somebody would: reads the seed off the terminal and types the code that an app shows for it. */
  function enrols(person: string): Promise<{ readonly code: number | null; readonly out: string }> {
    const { promise, resolve: done } = Promise.withResolvers<{ code: number | null; out: string }>();
    const env = { PATH: process.env['PATH'], ...shellOf(scene.world) };
    const child = spawn(process.execPath, [resolve('src/cli/main.ts'), 'enrol', person, '--codes'], { env });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      const [, seed] = /or types: ([A-Z2-7 ]+)/.exec(out) ?? [];
      if (seed === undefined || !child.stdin.writable) return;
      const totp = new TOTP({ secret: OtpSecret.fromBase32(seed.replaceAll(' ', '')) });
      child.stdin.end(`${totp.generate()}\n`);
    });
    child.on('close', (code) => done({ code, out }));
    return promise;
  }

  it('lets the first two enrol codes, shows their recovery codes once, and tells everybody', async () => {
    const { world, bea } = scene;
    const { code, out } = await enrols('bea');
    expect(code).toBe(0);
    expect(out.split('shown once').at(1)?.trim().split('\n').slice(1)).toHaveLength(5);
    expect(await stepUp().seedOf(personId('bea'))).toMatchObject({ origin: 'host' });
    await world.settle();
    expect(readMessage(bea.find(alerts, 'Somebody on the host let Bea Lindqvist enrol'))).toContain(
      'countersign enrol',
    );
    expect(readMessage(bea.find(alerts, 'Bea Lindqvist enrolled one-time codes (host)'))).toContain('counts at once');
    expect(await verifyAudit(world.bot().store.read.audit)).toMatchObject({ ok: true });
  });

  it('keeps nothing where the first code is wrong', async () => {
    const { code, err } = await onHost(scene.world, ['enrol', 'omar', '--codes'], { typed: '000000' });
    expect([code, err]).toEqual([1, expect.stringContaining('The codes were not enrolled.')]);
    expect(await stepUp().seedOf(personId('omar'))).toBeNull();
  });

  it('is for the first two and nobody after them', async () => {
    expect((await enrols('omar')).code).toBe(0);
    const { code, err } = await onHost(scene.world, ['enrol', 'sam', '--codes']);
    expect([code, err]).toEqual([1, expect.stringContaining('Two people have enrolled already')]);
    const stranger = await onHost(scene.world, ['enrol', 'nobody', '--codes']);
    expect(stranger.err).toContain('The policy knows nobody called nobody.');
  });
});

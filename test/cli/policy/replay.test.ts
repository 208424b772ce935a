import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHere } from '../run-here.ts';
import { approve, askForKey } from '../../scenarios/key-story.ts';
import { openScene, type Scene, unhurriedPolicy } from '../../scenarios/scene.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('policy diff --replay', () => {
  let scene: Scene;
  let database: readonly string[];
  beforeAll(async () => {
    scene = await openScene();
    database = ['--database', `sqlite:${scene.world.databasePath()}`];
    await approve(scene, scene.bea, await askForKey(scene));
  });
  afterAll(() => scene.close());

  async function policyWith(part: string, instead: string): Promise<string> {
    const path = join(temporaryFolder(), 'policy.yml');
    writeFileSync(path, (await unhurriedPolicy()).replace(part, instead));
    return path;
  }

  test('says beside the running bot which of what was asked for would not have gone through', async () => {
    const stricter = await policyWith('routine: { approvals: 1,', 'routine: { approvals: 2,');
    const { code, out } = await runHere(['policy', 'diff', stricter, '--replay', ...database]);
    expect(code).toBe(0);
    expect(out).toContain(
      'tighter  A routine change would need 2 people from approvers instead of 1 person from approvers.',
    );
    expect(out).toContain('Of 1 request of the last 90 days, 1 would not have gone through as they did');
    expect(out).toContain('Issue an API key in search-dev: would not have gone through as it did');
  });

  test('gives the same as data', async () => {
    const { out } = await runHere(['policy', 'diff', await policyWith('', ''), '--replay', '--json', ...database]);
    expect(JSON.parse(out)).toMatchObject({
      loosens: false,
      differences: [],
      replay: { sentence: expect.any(String) },
    });
  });

  test('wants one policy, and without it two', async () => {
    const same = await policyWith('', '');
    for (const args of [[same, same, '--replay'], [same]])
      expect(await runHere(['policy', 'diff', ...args])).toMatchObject({ code: 64, out: '' });
  });
});

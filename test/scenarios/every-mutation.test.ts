import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { operationId } from '#domain/ids.ts';
import { catalogue } from '#operations/catalogue.ts';
import { changesSent } from './key-story.ts';
import { openScene, type Scene } from './scene.ts';
import { ask, carryOut, done, journeys, sam } from './through-use-cases.ts';

// A key that only reads, so that looking costs the bot none of its calls and changes nothing.
const LOOKING_KEY = 'key_AcmeAdminCostReport00000';

describe('every change operation', () => {
  it('has a journey, and every journey an operation', () => {
    const changes = catalogue
      .filter(({ kind, at, redirect }) => kind === 'change' && at === 'vendor' && redirect === null)
      .map(({ id }) => id as string);
    expect([...new Set(journeys.map(({ operation }) => operation))].toSorted()).toEqual(changes.toSorted());
  });

  describe.each(journeys)('$operation $words', (journey) => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await openScene({ deployment: 'journeys' });
    });
    afterAll(() => scene.close());

    it('is asked for, approved, sent, read back and undone', async () => {
      const admin = scene.world.openai.backdoor.asAdmin(LOOKING_KEY);
      const get = async (path: string) => {
        const { status, body } = await admin('GET', path);
        return status === 404 ? null : body;
      };
      for (const first of journey.before ?? []) {
        expect(await carryOut(scene, await ask(scene, first.operation, first.words))).toMatch(/^succeeded/);
      }
      const before = canonicalJson(await journey.look(get));
      const id = await ask(scene, journey.operation, journey.words);
      expect(await carryOut(scene, id)).toMatch(/^succeeded/);
      const changed = canonicalJson(await journey.look(get));
      if (journey.changesNothing === true) expect(changed).toBe(before);
      else expect(changed).not.toBe(before);
      expect(changesSent(scene.world).length).toBeGreaterThan(0);

      const undo = { operationId: operationId('requests.undo'), input: { request: id }, reason: 'undone', caller: sam };
      const undone = await scene.world.bot().useCases.draft(undo);
      if (journey.inverse === 'none') return expect(undone.kind).toBe('refusal');
      const drafted = done(undone);
      const back = drafted.picture.record.terms.id;
      done(
        await scene.world
          .bot()
          .useCases.submit({ requestId: back, typedName: drafted.picture.typeToConfirm, caller: sam }),
      );
      expect(await carryOut(scene, back)).toMatch(/^succeeded/);
      const again = canonicalJson(await journey.look(get));
      expect(again).not.toBe(changed);
      if (journey.inverse === 'exact') expect(again).toBe(before);
    });
  });
});

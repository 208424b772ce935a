import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, askForKey } from './key-story.ts';
import { readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

describe('asking what the policy says', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  const ask = async (line: string): Promise<string> => {
    await scene.erin.type(line);
    await scene.world.settle();
    return readMessage(scene.erin.hint());
  };

  it('tells whose consent somebody would need before anybody asks for anything', async () => {
    const text = await ask('/openai can erin@acme.example keys.revoke --project search-dev');
    expect(text).toContain('Can Erin Vale ask for keys.revoke in search-dev?');
    expect(text).toContain('Yes, with 1 person from approvers.');
  });

  it('understands a mention, and says who could approve, what that takes, and what stands beside the rules', async () => {
    const text = await ask('/openai can @sam keys.revoke --project search-dev');
    expect(text).toContain('Can Sam Okafor ask for keys.revoke in search-dev?');
    expect(text).toContain('Yes, with 1 person from approvers.');
    expect(text).toMatch(/Could approve now : approvers: Bea Lindqvist, Omar Haddad /);
    expect(text).toContain('Alone, with --break-glass');
    expect(text).toMatch(/\d+ rules speak of other operations/);
    expect(text).not.toMatch(/The rule “Everyone may look”/);
  });

  it('says what is frozen, before and after it was asked for', async () => {
    const { sam, bea, world } = scene;
    const id = await askForKey(scene, { name: 'frozen-soon' });
    await sam.type('/openai freeze project --project search-dev --reason "odd"');
    await world.settle();
    expect(await ask('/openai can @erin keys.issue --project search-dev')).toContain('Sam Okafor froze the project');
    const why = await ask(`/openai why ${id}`);
    expect(why).toContain('Sam Okafor froze the project');
    expect(why).toMatch(/Still needs : 1 person from approvers/);
    expect(why).toMatch(/Could approve now : Bea Lindqvist, Omar Haddad, Sam Okafor/);
    expect(bea.hasModal()).toBe(false);
  });

  it('says in one sentence what it cannot try', async () => {
    expect(await ask('/openai can erin@acme.example keys.frobnicate')).toContain('cannot be tried');
  });

  it('shows which decisions on a request count, and which do not', async () => {
    const { sam, bea, world } = scene;
    await sam.type(
      '/openai spend-alerts create search-dev --amount $300 --recipients erin@acme.example --reason "budget"',
    );
    await world.settle();
    await sam.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    await approve(scene, bea, id);
    await world.settle();
    const text = await ask(`/openai why ${id}`);
    expect(text).toContain('The approval of Bea Lindqvist counts.');
    expect(text).toContain('The policy has not changed');
  });
});

import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { approve, cardOf } from '../../scenarios/key-story.ts';
import { alerts, approvals, readMessage } from '../../scenarios/player.ts';
import type { Scene } from '../../scenarios/scene.ts';
import { hasApp, onHost, openHost, PROCESS_MS } from '../beside-a-bot.ts';

const freeze = (who: string, ...what: readonly string[]) =>
  ['freeze', ...what, '--as', who, '--reason', 'a laptop was stolen'] as const;

describe('countersign freeze', { timeout: PROCESS_MS }, () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openHost();
  });
  afterAll(() => scene.close());

  const active = async () => (await scene.world.bot().store.read.freezes.active()).length;
  const sent = () => scene.world.openai.calls().filter(({ method }) => method !== 'GET');
  const chain = () => verifyAudit(scene.world.bot().store.read.audit);

  it('stops, with one line and one code, what the running bot would have sent; which says it in Slack', async () => {
    const { world, sam, bea } = scene;
    const code = await hasApp(world, 'omar');
    await sam.type(
      '/openai spend-alerts create search-dev --amount $300 --recipients erin@acme.example --reason "budget"',
    );
    await world.settle();
    await sam.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    const called = await onHost(world, freeze('omar', 'operation', 'spend-alerts.create'), { typed: code() });
    expect(called).toEqual({
      code: 0,
      err: 'Omar Haddad, the code of your app: ',
      out: 'Frozen: spend-alerts.create. Nothing of it is carried out until two people thaw it with /openai thaw F-1.\n',
    });
    await approve(scene, bea, id);
    await world.settle();
    expect((await world.bot().store.read.requests.find(id))?.state).toBe('approved');
    expect(sent()).toEqual([]);
    expect(readMessage(cardOf(bea, id))).toContain('Frozen: Omar Haddad froze spend-alerts.create');
    for (const channel of [approvals, alerts])
      expect(readMessage(bea.find(channel, 'Frozen by Omar Haddad'))).toContain('a laptop was stolen');
    expect(await chain()).toMatchObject({ ok: true });
  });

  it('is refused by a code that was used, and by nothing typed at all', async () => {
    const { world } = scene;
    const code = await hasApp(world, 'sam');
    const used = code();
    expect(await onHost(world, freeze('sam', 'person', 'erin', '--json'), { typed: used })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\{"outcome":"done",.*whatever Erin/),
    });
    const before = await active();
    for (const typed of [used, '']) {
      const { code: exit, out, err } = await onHost(world, freeze('sam'), { typed });
      expect([exit, out]).toEqual([1, '']);
      expect(err).toContain('The code was not accepted.');
    }
    expect(await active()).toBe(before);
  });

  it('is for somebody whom the policy names and who has enrolled, and needs the seal key for codes', async () => {
    const { world } = scene;
    await hasApp(world, 'bea');
    const said = async (who: string, env = {}) => (await onHost(world, freeze(who), { env })).err;
    expect(await said('nobody')).toContain('The policy knows nobody called nobody');
    expect(await said('bea', { COUNTERSIGN_SEAL_KEY: '' })).toContain('without COUNTERSIGN_SEAL_KEY');
  });

  it('keeps one chain when two people freeze at the same moment', async () => {
    const { world } = scene;
    const people = ['bea', 'omar'];
    const codes = await Promise.all(people.map((who) => hasApp(world, who)));
    const before = await active();
    const both = await Promise.all(people.map((who, n) => onHost(world, freeze(who), { typed: codes[n]?.() ?? '' })));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await active()).toBe(before + 2);
    expect(await chain()).toMatchObject({ ok: true });
  });

  it('works while the bot is stopped, which says it when it is back', async () => {
    const { world, bea } = scene;
    const code = await hasApp(world, 'bea');
    let stopped: unknown = null;
    await world.restart(async () => {
      stopped = await onHost(world, freeze('bea', 'project', 'search-dev'), { typed: code() });
    });
    expect(stopped).toMatchObject({ code: 0, out: expect.stringContaining('Frozen: the project search-dev.') });
    await world.settle();
    expect(readMessage(bea.find(alerts, 'Frozen by Bea Lindqvist: the project search-dev'))).toContain('stolen');
    expect(await chain()).toMatchObject({ ok: true });
  });

  it('leaves a database of another version alone, and says which of the two is older', async () => {
    const { world } = scene;
    const code = await hasApp(world, 'bea');
    const before = await active();
    const database = new SqliteDatabase(world.databasePath());
    const levels = database.prepare('select name, timestamp from kysely_migration order by name').all();
    const newest = levels.at(-1) as { name: string; timestamp: string };
    const insert = database.prepare('insert into kysely_migration (name, timestamp) values (?, ?)');
    insert.run('9999-from-tomorrow', newest.timestamp);
    const newer = await onHost(world, freeze('bea'), { typed: code() });
    database.prepare('delete from kysely_migration where name in (?, ?)').run('9999-from-tomorrow', newest.name);
    const older = await onHost(world, freeze('bea'), { typed: code() });
    insert.run(newest.name, newest.timestamp);
    database.close();
    expect(newer).toMatchObject({ code: 1, err: expect.stringContaining('written by a newer Countersign') });
    expect(older).toMatchObject({ code: 1, err: expect.stringContaining('older than this Countersign') });
    expect(await active()).toBe(before);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardOf, getKey, letterOf } from './key-story.ts';
import { approvals, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

const searchDev = 'proj_AcmeSearchDev00000000000';

describe('the ways to ask', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  it('shows a complete command as a preview with one Send button, and asks nobody before that', async () => {
    const { erin, bea, world } = scene;
    const cards = bea.messages(approvals).length;
    await erin.type('/openai keys issue search-dev --name complete --for 7d --access read --reason "a first look"');
    await world.settle();
    expect([erin.modal().title, erin.modal().submit]).toEqual(['Send this?', 'Send']);
    for (const part of [
      'complete in search-dev',
      '(7 days)',
      'Read only',
      'a first look',
      'Sending asks 1 person from approvers',
    ])
      expect(erin.modalText()).toContain(part);
    expect((await scene.newest()).state).toBe('draft');
    await erin.closeModal();
    await world.settle();
    expect(bea.messages(approvals)).toHaveLength(cards);
  });

  it('opens the form of an incomplete command with what was given filled in', async () => {
    const { erin, bea, world } = scene;
    await erin.type('/openai keys issue search-dev --name half-typed');
    await world.settle();
    const form = erin.modal();
    expect([form.title, form.submit]).toEqual(['Get an API key', 'Preview']);
    const given = JSON.stringify(form.blocks);
    expect(given).toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"search-dev","emoji":false},"value":"${searchDev}"}`,
    );
    expect(given).toContain('"initial_value":"half-typed"');
    expect((await erin.trySubmit()).ok).toBe(false);
    await erin.submit({ Why: 'typed on a phone', 'For how long': '14d' });
    expect(erin.modalText()).toContain('(14 days)');
    await erin.submit();
    await world.settle();
    expect(readMessage(cardOf(bea, (await scene.newest()).terms.id))).toContain('typed on a phone');
  });

  it('tells a slip beside its field and keeps the rest', async () => {
    const { erin, world } = scene;
    await erin.type('/openai keys issue search-dev');
    await world.settle();
    await erin.submit({ Name: 'Not A Name!', 'For how long': 'soon', Why: 'to see the form' });
    expect(Object.keys(erin.modal().errors)).toEqual(['f.name', 'f.for']);
    await erin.submit({ Name: 'a-name', 'For how long': '30d', Why: 'to see the form' });
    expect(erin.modal().title).toBe('Send this?');
  });

  it('asks for everything when somebody comes by the shortcut, with projects by type-ahead', async () => {
    const { erin, world } = scene;
    await erin.shortcut('get_api_key');
    await world.settle();
    expect(erin.modal().title).toBe('Get an API key');
    expect((await erin.options('Project', 'searchd')).map(({ label }) => label)).toContain('search-dev');
    await erin.submit({ Project: searchDev, Name: 'by-shortcut', Why: 'no keyboard at hand' });
    await erin.submit();
    await world.settle();
    const record = await scene.newest();
    expect([record.terms.plan.gist, record.state]).toEqual(['by-shortcut, 30 days', 'pending']);
  });

  it('starts from the Home tab, which then says what waits for whom', async () => {
    const { erin, bea, world } = scene;
    await erin.openHome();
    await world.settle();
    await erin.pressOnHome('Get an API key');
    await world.settle();
    await erin.submit({ Project: searchDev, Name: 'from-home', Why: 'started on Home' });
    await erin.submit();
    await world.settle();
    expect(erin.homeText()).toContain('started on Home');
    await bea.openHome();
    await world.settle();
    expect(bea.homeText()).toMatch(/Waiting for you .*Issue an API key in search-dev Erin Vale .*started on Home/);
    await bea.pressOnHome('Approve');
    await world.settle();
    await bea.submit();
    await world.settle();
    const waiting = await world.bot().store.read.requests.list({ states: ['waiting'], limit: 10 });
    expect(waiting).toHaveLength(1);
    await erin.openHome();
    await world.settle();
    await erin.pressOnHome('Make my key');
    await world.settle();
    expect(erin.modal().title).toBe('Your key, shown once');
    await erin.closeModal();
    expect(erin.homeText()).toMatch(/My keys .* in search-dev · ends /);
  });

  it('offers Show and Revoke on each row of a list, and Revoke starts the request with the row’s key', async () => {
    const { priya, world } = scene;
    await getKey(scene, { by: priya, name: 'in-the-list', reason: 'robots' });
    await priya.type('/openai keys list');
    await world.settle();
    const list = priya.hint();
    expect(readMessage(list)).toContain('in-the-list');
    const place = priya.buttons(list).indexOf('Revoke');
    expect(priya.buttons(list)[place - 1]).toBe('Show');
    await priya.press(list, 'Revoke');
    await world.settle();
    expect(priya.modal().title).toBe('Revoke an API key');
    await priya.submit({ Why: 'not needed any more' });
    expect(priya.modalText()).toContain('Revoke a key and its account in search-dev');
    await priya.submit();
    await world.settle();
    expect((await scene.newest()).terms.plan.changes[0]?.before).toContain('in-the-list');
  });

  it('refuses more open requests of one person than the policy allows, and says how many', async () => {
    const { sam, world } = scene;
    for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
      await sam.type(`/openai keys issue search-dev --name flood-${name} --for 1d --access read --reason "a flood"`);
      await world.settle();
      await sam.submit();
    }
    expect(sam.modalText()).toContain('You have 5 open requests, and the policy allows 5 at a time.');
    await world.settle();
    const flood = sam.messages(approvals).filter((message) => message.text.includes('a flood'));
    expect(flood).toHaveLength(5);
  });

  it('keeps the requester’s one letter as the way back to a request', async () => {
    const { erin, world } = scene;
    await erin.type(
      '/openai keys issue search-dev --name called-off --for 1d --access read --reason "changed my mind"',
    );
    await world.settle();
    await erin.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    expect(erin.buttons(letterOf(erin, id))).toEqual([
      'Nudge',
      'Add a reason',
      'Details',
      'Change my request',
      'Cancel',
    ]);
    await erin.press(letterOf(erin, id), 'Cancel');
    await world.settle();
    expect(letterOf(erin, id).text).toMatch(/^Cancelled .* Cancelled by Erin Vale, who had asked/);
    expect(erin.buttons(cardOf(erin, id))).toEqual([]);
  });
});

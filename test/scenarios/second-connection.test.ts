import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { alerts, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

describe('whoever stole the app-level token', () => {
  let scene: Scene;
  let thief: WebSocket | null = null;
  beforeAll(async () => {
    scene = await openScene({ transport: 'socket' });
  });
  afterAll(async () => {
    thief?.terminate();
    await scene.close();
  });

  async function connects(): Promise<void> {
    const { slack } = scene.world;
    const asked = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.appToken}` },
    });
    const { url } = (await asked.json()) as { readonly url: string };
    const socket = new WebSocket(url);
    thief = socket;
    await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  }

  it('C11 · takes clicks away with a second connection, which is told as soon as the bot connects', async () => {
    const { bea, world } = scene;
    await world.settle();
    expect(bea.messages(alerts).map(readMessage).join(' ')).not.toContain('Somebody else is connected');
    await world.restart(connects);
    await world.settle();
    const alert = readMessage(bea.find(alerts, 'Somebody else is connected to Slack as Countersign'));
    expect(alert).toContain('Slack counts 2 connections of this app, and Countersign holds one.');
    expect(alert).toContain('revoke the app-level token');
  });
});

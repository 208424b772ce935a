import { describe, expect, it } from 'vitest';
import { call, ERIN, GENERAL, setStage, type Stage } from '../../slack-stage.ts';

const bytes = new Uint8Array([137, 80, 78, 71, 0, 255]);

async function upload({ slack }: Stage, send: (url: string) => Promise<Response>): Promise<string> {
  const { upload_url, file_id } = await call(slack, 'files.getUploadURLExternal', {
    filename: 'spend.png',
    length: bytes.length,
    alt_text: 'Spend rose',
  });
  const sent = await send(upload_url);
  expect([sent.status, await sent.text()]).toEqual([200, 'OK - 6']);
  return file_id;
}

const raw = (url: string) => fetch(url, { method: 'POST', body: bytes });
const form = (url: string) => {
  const body = new FormData();
  body.set('body', new Blob([bytes]), 'spend.png');
  return fetch(url, { method: 'POST', body });
};

describe('uploading a file', () => {
  it.each([
    ['raw', raw],
    ['as a form', form],
  ])('takes the bytes %s and shows them in the channel', async (_name, send) => {
    const stage = await setStage({ scopes: ['chat:write', 'files:write', 'files:read'] });
    const id = await upload(stage, send);
    const done = await call(stage.slack, 'files.completeUploadExternal', {
      files: [{ id, title: 'Spend' }],
      channel_id: GENERAL,
      initial_comment: 'This week',
    });
    expect(done.files).toMatchObject([{ id, title: 'Spend', mimetype: 'image/png', alt_txt: 'Spend rose', size: 6 }]);
    const [message] = stage.slack.seat.messages(ERIN, { channelId: GENERAL });
    expect(message).toMatchObject({
      text: 'This week',
      files: [{ id, name: 'spend.png', mimetype: 'image/png', altText: 'Spend rose' }],
    });
    expect(message?.files[0]?.bytes).toEqual(bytes);
    const info = await call(stage.slack, 'files.info', { file: id });
    expect(info.file.shares.public[GENERAL]).toEqual([{ ts: message?.ts }]);
    const authorized = await fetch(info.file.url_private, {
      headers: { Authorization: `Bearer ${stage.slack.botToken}` },
    });
    expect(new Uint8Array(await authorized.arrayBuffer())).toEqual(bytes);
    expect((await fetch(info.file.url_private)).status).toBe(404);
  });

  it('can stay with the bot and be shown as a picture in blocks', async () => {
    const stage = await setStage();
    const id = await upload(stage, raw);
    await call(stage.slack, 'files.completeUploadExternal', { files: [{ id }] });
    const picture = { type: 'image', alt_text: 'Spend rose', slack_file: { id } };
    expect(
      await call(stage.slack, 'chat.postMessage', { channel: GENERAL, text: 'a', blocks: [picture] }),
    ).toMatchObject({ ok: true });
  });

  it('refuses bytes of another length, files that never came, and a channel the bot is not in', async () => {
    const stage = await setStage();
    const { upload_url, file_id } = await call(stage.slack, 'files.getUploadURLExternal', {
      filename: 'a.png',
      length: 3,
    });
    expect((await raw(upload_url)).status).toBe(400);
    expect((await raw(`${stage.slack.url}/upload/v1/made-up`)).status).toBe(404);
    expect(await call(stage.slack, 'files.completeUploadExternal', { files: [{ id: file_id }] })).toMatchObject({
      error: 'file_not_found',
    });
    const id = await upload(stage, raw);
    const elsewhere = await call(stage.slack, 'files.completeUploadExternal', {
      files: [{ id }],
      channel_id: 'C0NOWHERE1',
    });
    expect(elsewhere).toMatchObject({ error: 'channel_not_found' });
    expect(
      await call(stage.slack, 'files.completeUploadExternal', { files: [{ id }], channel_id: GENERAL }),
    ).toMatchObject({ ok: true });
  });
});

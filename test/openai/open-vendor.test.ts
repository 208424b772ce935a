import { describe, expect, it } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { context, createAccount, listProjects, showProject } from './support/fixtures.ts';
import { json, openMockVendor, openTestVendor } from './support/mock-vendor.ts';
import { startHttpServer, sendJson } from './support/small-server.ts';

const one = { pages: 'one', absent: 'fault', context } as const;

describe('opening the vendor', () => {
  it.each(['', 'short', 'has a space in it', 'has\nline ends', 'naïve-letters'])(
    'refuses %j as a key without repeating it',
    (text) => {
      const open = () => openMockVendor({ adminKey: new Secret(text) });
      expect(open).toThrow(expect.objectContaining({ code: 'config.invalid' }));
      expect(open).toThrow(/^OPENAI_ADMIN_KEY is not a key/);
    },
  );

  it('refuses an address that must not be given a key', () => {
    expect(() => openMockVendor({ baseUrl: 'http://example.com/v1' })).toThrow(
      expect.objectContaining({ code: 'config.invalid' }),
    );
  });

  it('names the key by a fingerprint that is the same each time and another for another key', () => {
    const { vendor } = openMockVendor();
    expect(vendor.adminKeyFingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(openMockVendor().vendor.adminKeyFingerprint).toBe(vendor.adminKeyFingerprint);
    expect(openMockVendor({ adminKey: new Secret('another-key-altogether') }).vendor.adminKeyFingerprint).not.toBe(
      vendor.adminKeyFingerprint,
    );
  });

  it('knows its own key among masked ones', () => {
    const { vendor } = openMockVendor();
    expect(vendor.isOwnKey('sk-admin-Can...ests')).toBe(true);
    expect(vendor.isOwnKey('sk-admin-Can...estx')).toBe(false);
  });

  it('knows how far its clock is ahead of OpenAI’s once an answer said the time', async () => {
    const { vendor, api, time } = openMockVendor();
    expect(vendor.clockAheadMs()).toBeNull();
    const date = new Date(time.nowMs() - 42_000).toUTCString();
    api.intercept({ path: /./ }).reply(200, { id: 'proj_1' }, { headers: { ...json.headers, date } });
    await vendor.read(showProject, one);
    expect(vendor.clockAheadMs()).toBe(time.nowMs() - Date.parse(date));
  });
});

describe('closing the vendor', () => {
  it('lets what was sent come to its end and sends nothing more', async () => {
    let answer = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      void startHttpServer((_, outgoing) => {
        answer = () => sendJson(outgoing, 200, { id: 'svc_1' });
        resolve();
      }).then(({ baseUrl }) => opened.resolve(baseUrl));
    });
    const opened = Promise.withResolvers<string>();
    const { vendor } = openTestVendor({ baseUrl: await opened.promise });
    const performing = vendor.perform(createAccount, { secretAt: null, context });
    await arrived;
    const closing = vendor.close();
    await expect(vendor.read(showProject, one)).rejects.toMatchObject({ code: 'openai.unreachable' });
    answer();
    expect(await performing).toMatchObject({ kind: 'applied' });
    await closing;
  });

  it('ends a read that waits to try again', async () => {
    const { vendor, api, time } = openMockVendor();
    api.intercept({ path: /projects/ }).reply(500, { error: { message: 'Error.' } }, json);
    const reading = vendor.read(listProjects, one).catch((error: unknown) => error);
    await time.settle();
    await vendor.close();
    expect(await reading).toMatchObject({ code: 'openai.unreachable' });
    expect(time.sleeping()).toBe(0);
  });
});

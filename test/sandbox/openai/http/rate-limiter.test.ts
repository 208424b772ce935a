import { RateLimitError } from 'openai';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const rateLimit = { callsPerMinute: 6, burst: 2 };
const projects = '/organization/projects';

describe('the rate limit', () => {
  it('lets a burst through, then one call each time a token is back', async () => {
    const { call, clock } = await openEmulator({ rateLimit });
    const statuses = async (count: number): Promise<number[]> => {
      const seen = [];
      for (let turn = 0; turn < count; turn += 1) seen.push((await call('GET', projects)).status);
      return seen;
    };
    expect(await statuses(3)).toEqual([200, 200, 429]);
    clock.advance(10_000);
    expect(await statuses(2)).toEqual([200, 429]);
    clock.advance(600_000);
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  it('counts an endpoint across ids, each endpoint and each admin key apart', async () => {
    const { call, emulator } = await openEmulator({ rateLimit });
    const [one, two] = [`${projects}/${ids.web}`, `${projects}/${ids.old}`];
    expect((await call('GET', one)).status).toBe(200);
    expect((await call('GET', two)).status).toBe(200);
    expect((await call('GET', one)).status).toBe(429);
    expect((await call('GET', projects)).status).toBe(200);
    expect((await emulator.backdoor.asAdmin(ids.readOnlyAdminKey)('GET', one)).status).toBe(200);
  });

  it('applies nothing of a call that it refuses', async () => {
    const { call, emulator } = await openEmulator({ rateLimit: { callsPerMinute: 6, burst: 1 } });
    await call('POST', projects, { body: { name: 'one' } });
    await call('POST', projects, { body: { name: 'two' } });
    expect(emulator.board().projects.map(({ name }) => name)).not.toContain('two');
  });

  it.each([
    ['retry_after', '10', "You're making too many requests, please slow down."],
    ['in_message', null, /try again after 10\.000 seconds/],
    ['silent', null, "You're making too many requests, please slow down."],
  ] as const)('says how long to wait in the style %s', async (rateLimitAnswer, header, message) => {
    const { call } = await openEmulator({ rateLimit: { callsPerMinute: 6, burst: 1 }, rateLimitAnswer });
    await call('GET', projects);
    const { status, headers, error } = await call('GET', projects);
    expect([status, error.code, headers.get('retry-after')]).toEqual([429, 'rate_limit_exceeded', header]);
    expect(error.message).toMatch(message);
  });

  it('is a RateLimitError to the official client', async () => {
    const { organization } = await openEmulator({ rateLimit: { callsPerMinute: 6, burst: 1 } });
    await organization.users.list();
    await expect(organization.users.list()).rejects.toBeInstanceOf(RateLimitError);
  });

  it('starts afresh after a reset', async () => {
    const { call, emulator } = await openEmulator({ rateLimit: { callsPerMinute: 6, burst: 1 } });
    await call('GET', projects);
    emulator.reset();
    expect((await call('GET', projects)).status).toBe(200);
  });

  it('can be switched off while it runs', async () => {
    const { call, emulator } = await openEmulator({ rateLimit: { callsPerMinute: 6, burst: 1 } });
    await call('GET', projects);
    emulator.behaviour.rateLimit = null;
    expect((await call('GET', projects)).status).toBe(200);
  });
});

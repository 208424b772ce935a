import { z } from 'zod';
import { Fault } from '#domain/fault.ts';
import { dayMs, roughly, secondMs } from '#domain/instant.ts';
import { call } from '#operations/call.ts';
import { type Check, fail, ok, warn } from '../check.ts';

export const checkedKeysWire = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish(),
      redacted_value: z.string(),
      expires_at: z.number().nullish(),
      owner: z.looseObject({ name: z.string().nullish(), role: z.string().nullish() }).nullish(),
    }),
  ),
});

// A month is time to make a new key before the old one ends in the middle of something.
const SOON_MS = 30 * dayMs;

export const adminKey: Check = {
  id: 'admin-key',
  title: 'OpenAI admin key',
  run: async ({ vendor, now }) => {
    if (vendor === null)
      return warn('OpenAI is not configured.', 'Set OPENAI_ADMIN_KEY; docs/before-you-start.md says which.');
    try {
      const answer = await vendor.read(call('GET /organization/admin_api_keys'), {
        pages: 'all',
        absent: 'fault',
        context: { priority: 'click', cause: 'person:doctor' },
      });
      const own = checkedKeysWire.parse(answer).data.filter((key) => vendor.isOwnKey(key.redacted_value));
      const [key, second] = own;
      if (key === undefined || second !== undefined) {
        return fail(
          'critical',
          'OpenAI’s list does not say which admin key is ours.',
          'Make a new admin key for this bot only, and name it so.',
        );
      }
      const owner = key.owner?.name ?? 'nobody named';
      if (key.expires_at === null || key.expires_at === undefined) {
        return warn(
          `The key ${key.name ?? key.id} of ${owner} never ends.`,
          'Make one that ends, for example in 180 days, and put its end into your calendar.',
        );
      }
      const left = key.expires_at * secondMs - now();
      if (left < SOON_MS) return warn(`The key ends in ${roughly(left)}.`, 'Make a new one and restart with it.');
      return ok(`${key.name ?? key.id} of ${owner}, ends in ${roughly(left)}.`);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return fail(
        'reads',
        error.message,
        'Use an admin key (sk-admin-…) of an organization owner; a project key is not enough.',
      );
    }
  },
};
